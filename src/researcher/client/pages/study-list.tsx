import { useEffect } from "preact/hooks";
import { dateTime } from "../components/format.ts";
import { Pager, usePages } from "../components/pager.tsx";
import { Empty, When } from "../components/states.tsx";
import { type Column, DataTable } from "../components/table/data-table.tsx";
import { Top } from "../components/top.tsx";
import type { Schemas, SignedIn } from "../net/api.ts";
import { useData } from "../net/use-data.ts";
import { Link, within } from "../router.tsx";

type Row = Schemas["StudyList"]["studies"][number];

const PAGE = 50;

const COLUMNS: readonly Column<Row>[] = [
	{
		name: "Study",
		means: "The title, which leads to the study's pages, and the slug in its addresses.",
		value: ({ title }) => title,
		show: ({ title, slug }) => (
			<>
				<Link to={within(slug, "")}>{title}</Link>
				<br />
				<code>{slug}</code>
			</>
		),
	},
	{
		name: "Status",
		means: "A draft can change and admits nobody. An open study admits participants; a paused or closed one does not.",
		value: ({ status }) => status,
		show: ({ status }) => <span class={`chip ${status}`}>{status}</span>,
	},
	{ name: "Enrolled", means: "Live sessions that started.", value: ({ sessions }) => sessions.total },
	{ name: "In progress", means: "Live sessions that have not ended.", value: ({ sessions }) => sessions.active },
	{
		name: "Completed",
		means: "Live sessions that were completed.",
		value: ({ sessions }) => sessions.completed,
	},
	{
		name: "Created",
		means: "When the draft was made, in your time zone.",
		value: ({ createdAt }) => createdAt,
		show: ({ createdAt }) => dateTime(createdAt),
	},
];

type ListProps = { readonly as: SignedIn; readonly onSignedOut: () => void };

export function StudyList({ as, onSignedOut }: ListProps) {
	const pages = usePages();
	const { loaded, reload } = useData<Schemas["StudyList"]>(`/v1/studies?limit=${PAGE}${pages.query}`);
	useEffect(() => {
		document.title = "Studies";
	}, []);
	return (
		<>
			<Top as={as} onSignedOut={onSignedOut} />
			<main id="page">
				<div class="page-head">
					<h1>Studies</h1>
					{as.scopes.includes("studies:write") && (
						<Link to="/studies/-/new" class="button">
							Write a protocol
						</Link>
					)}
				</div>
				<When loaded={loaded} onRetry={reload}>
					{({ studies, next }) =>
						studies.length === 0 ? (
							<Empty title="There is no study yet.">
								<p>
									Write a protocol here, send one to <code>POST /v1/studies</code>, or run <code>npm run demo</code>,
									which opens an example with simulated participants.
								</p>
							</Empty>
						) : (
							<DataTable title="All studies" file="studies" columns={COLUMNS} rows={studies} keyOf={({ id }) => id}>
								<Pager pages={pages} next={next} newer="Newer studies" older="Older studies" />
							</DataTable>
						)
					}
				</When>
			</main>
		</>
	);
}
