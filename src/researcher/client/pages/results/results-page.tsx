import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { MeansPlot } from "./means-plot.tsx";
import { Unblinding } from "./unblinding.tsx";

type Means = Schemas["Means"];

/** Means by label for a first look, the way to the report, and unblinding as a deliberate act. */
export function ResultsPage({ study, pool, as, reloadStudy }: PageProps) {
	if (study.status === "draft")
		return (
			<Empty title="A draft has no results.">
				<p>Open the study, and send a pilot participant through it: its answers are shown here under “pilot”.</p>
			</Empty>
		);
	return (
		<>
			<FirstLook study={study} pool={pool === "all" ? "live" : pool} />
			<section>
				<h2>The report</h2>
				<p>
					Models, contrasts and rankings come from <code>npm run analyse</code> on the study's data package. Means here
					are not adjusted for period or sequence.
				</p>
			</section>
			<Unblinding study={study} as={as} onDone={reloadStudy} />
		</>
	);
}

function FirstLook({ study, pool }: Pick<PageProps, "study"> & { readonly pool: string }) {
	const { loaded, reload } = useData<Means>(`/v1/studies/${study.slug}/means?pool=${pool}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ means }) =>
				means.length === 0 ? (
					<Empty title={`There are no ratings in the ${pool} pool yet.`}>
						<p>They are shown here by arm label, from the first answer on.</p>
					</Empty>
				) : (
					<MeansPlot study={study} means={means} />
				)
			}
		</When>
	);
}
