import { When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { Diagram } from "./diagram.tsx";
import { PeriodPlot } from "./period-plot.tsx";
import { SequenceTable } from "./sequence-table.tsx";

type Flow = Schemas["ParticipantFlow"];

/** The CONSORT diagram, then the same by sequence, then by period. */
export function FlowPage({ study, pool }: PageProps) {
	const { loaded, reload } = useData<Flow>(`/v1/studies/${study.slug}/flow?pool=${pool}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{(flow) => (
				<>
					<Diagram study={study.slug} flow={flow} />
					{flow.sequences.length > 0 && <SequenceTable study={study.slug} flow={flow} />}
					{flow.periods.length > 0 && <PeriodPlot flow={flow} />}
				</>
			)}
		</When>
	);
}
