import { When } from "../../components/states.tsx";
import { Verdict } from "../../components/verdict.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";

/** All faults that keep the study from opening. */
export function OpeningFaults({ slug }: { readonly slug: string }) {
	const { loaded, reload } = useData<Schemas["OpeningFaults"]>(`/v1/studies/${slug}/opening-faults`);
	return (
		<section>
			<h2>What keeps it from opening</h2>
			<When loaded={loaded} onRetry={reload}>
				{({ faults }) => (
					<ul class="verdicts">
						{faults.length === 0 && (
							<Verdict bad={false} unknown={false}>
								Nothing that is known beforehand. The speed of the models is measured when the study opens.
							</Verdict>
						)}
						{faults.map(({ pointer, detail }) => (
							<Verdict key={pointer + detail} bad unknown={false}>
								{detail} {pointer && <code>{pointer}</code>}
							</Verdict>
						))}
					</ul>
				)}
			</When>
		</section>
	);
}
