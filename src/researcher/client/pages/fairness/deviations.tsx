import { counted, dateTime, words } from "../../components/format.ts";
import { Pager, usePages } from "../../components/pager.tsx";
import { Empty, When } from "../../components/states.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { Link, within } from "../../router.tsx";
import type { Pool } from "../pool-choice.tsx";

type List = Schemas["DeviationList"];
type Row = List["deviations"][number];

const columnsFor = (study: string): readonly Column<Row>[] => [
	{ name: "When", means: "In your time zone.", value: ({ at }) => at, show: ({ at }) => dateTime(at) },
	{
		name: "What",
		means:
			"Such as: a reply named its model (self identification), a form was left out, an input of an arm was changed.",
		value: ({ kind }) => words(kind),
	},
	{
		name: "Handling",
		means: "What was done about it, by the protocol. Empty where nothing had to be done.",
		value: ({ handling }) => handling && words(handling),
	},
	{ name: "Arm", means: "By its neutral label; by arm once the study is unblinded.", value: ({ label }) => label },
	{
		name: "Period",
		means: "The place of the conversation in the participant's order.",
		value: ({ position }) => position,
	},
	{ name: "Turn", means: "The message in the conversation, from 1.", value: ({ turn }) => turn },
	{
		name: "Session",
		means: "Leads to the session's replay. Empty for a deviation of the study as a whole.",
		value: ({ session }) => session,
		show: ({ session, reason }) =>
			session ? <Link to={within(study, `sessions/${session}`)}>{session}</Link> : (reason ?? "–"),
	},
];

const PAGE = 50;

export function Deviations({ study, pool }: { readonly study: string; readonly pool: Pool }) {
	const pages = usePages();
	const { loaded, reload } = useData<List>(`/v1/studies/${study}/deviations?pool=${pool}&limit=${PAGE}${pages.query}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ kinds, deviations, next }) =>
				deviations.length === 0 ? (
					<section class="table">
						<h2>Deviations</h2>
						<Empty title="None.">
							<p>A deviation is anything that did not go as the protocol says, such as a reply that named its model.</p>
						</Empty>
					</section>
				) : (
					<DataTable
						title="Deviations"
						file="deviations"
						columns={columnsFor(study)}
						rows={deviations}
						keyOf={({ id }) => id}
					>
						<p>
							{kinds
								.map(({ kind, n, sessions }) => `${words(kind)}: ${n} in ${counted(sessions, "session")}`)
								.join("; ")}
						</p>
						<Pager pages={pages} next={next} newer="Newer" older="Older" />
					</DataTable>
				)
			}
		</When>
	);
}
