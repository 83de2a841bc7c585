import { Empty, When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { Deviations } from "./deviations.tsx";
import { Exposure } from "./exposure.tsx";
import { SequencePlot } from "./sequence-plot.tsx";
import { Verdicts } from "./verdicts.tsx";

type Balance = Schemas["Balance"];

/** The tests as sentences, then the counts behind them, then the deviations. */
export function FairnessPage({ study, pool }: PageProps) {
	return (
		<>
			{study.status === "draft" ? (
				<Empty title="A draft has no allocations.">
					<p>Open the study. Its balance is shown from the first participant on.</p>
				</Empty>
			) : (
				<>
					{pool !== "live" && (
						<p>Sequences and tests below are of live participants. Deviations are of the chosen sessions.</p>
					)}
					<OfOpened slug={study.slug} />
				</>
			)}
			<Deviations study={study.slug} pool={pool} />
		</>
	);
}

function OfOpened({ slug }: { readonly slug: string }) {
	const { loaded, reload } = useData<Balance>(`/v1/studies/${slug}/balance`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{(balance) => (
				<>
					<Verdicts balance={balance} />
					<SequencePlot balance={balance} />
					<Exposure balance={balance} />
				</>
			)}
		</When>
	);
}
