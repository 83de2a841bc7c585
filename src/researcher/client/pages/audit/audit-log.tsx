import { dateTime, shortId } from "../../components/format.ts";
import { Pager, usePages } from "../../components/pager.tsx";
import { Empty, When } from "../../components/states.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { go, Link, within } from "../../router.tsx";
import { detailText, readDetail } from "./detail-text.ts";

type Page = Schemas["AuditPage"];
type Entry = Page["entries"][number];

const PAGE = 50;

/** The first words of actions, with their subjects. */
const KINDS = {
	"": "everything",
	study: "the study itself",
	session: "sessions",
	key: "keys",
	dashboard: "the dashboard",
	ids: "ids of participants",
	profiles: "profiles",
	adapters: "adapters",
	link: "keys of links",
	prolific: "Prolific",
	simulation: "simulations",
	webhook: "webhooks",
};

type LogProps = {
	/** The log's path in the API. */
	readonly path: string;
	/** The page's study. Null: the log of the workplace. */
	readonly study: string | null;
	readonly query: URLSearchParams;
};

/** Acts by kind and by key. The filters are part of the address. */
export function AuditLog({ path, study, query }: LogProps) {
	const pages = usePages("cursor");
	const chosen = { action: query.get("action") ?? "", actor: query.get("actor") ?? "" };
	const asked = new URLSearchParams([["limit", String(PAGE)]]);
	for (const [name, value] of Object.entries(chosen)) if (value) asked.set(name, value);
	const { loaded, reload } = useData<Page>(`${path}?${asked}${pages.query}`);
	const choose = (name: keyof typeof chosen, value: string) => {
		const address = new URL(location.href);
		if (value) address.searchParams.set(name, value);
		else address.searchParams.delete(name);
		pages.restart();
		go(address.pathname + address.search, { replace: true });
	};
	return (
		<>
			<div class="filters">
				<label class="pool">
					About
					<select value={chosen.action} onChange={(event) => choose("action", event.currentTarget.value)}>
						{!(chosen.action in KINDS) && <option value={chosen.action}>{chosen.action}</option>}
						{Object.entries(KINDS).map(([kind, name]) => (
							<option key={kind} value={kind}>
								{name}
							</option>
						))}
					</select>
				</label>
				{chosen.actor && (
					<button type="button" class="button small" onClick={() => choose("actor", "")}>
						By <code>{chosen.actor}</code> <span aria-hidden="true">×</span>
						<span class="unseen">: show everybody</span>
					</button>
				)}
			</div>
			<When loaded={loaded} onRetry={reload}>
				{({ entries, next }) =>
					entries.length === 0 ? (
						<Empty title="There is no such entry.">
							<p>Every act of a researcher is written here, with its reason where one is asked for.</p>
						</Empty>
					) : (
						<DataTable
							title="What was done, the newest first"
							file="audit"
							columns={columnsFor(study, (actor) => choose("actor", actor))}
							rows={entries}
							keyOf={({ id }) => id}
						>
							<Pager pages={pages} next={next} newer="Newer" older="Older" />
						</DataTable>
					)
				}
			</When>
		</>
	);
}

const columnsFor = (study: string | null, byActor: (actor: string) => void): readonly Column<Entry>[] => [
	{ name: "When", means: "In your time zone.", value: ({ at }) => at, show: ({ at }) => dateTime(at) },
	{
		name: "Who",
		means: "The name and the id of the API key. Press it to see what else it did. system: the platform itself.",
		value: ({ actor, actorName }) => actorName ?? actor,
		show: ({ actor, actorName }) => (
			<button type="button" class="plain" onClick={() => byActor(actor)}>
				{actorName ?? actor}
				{actorName && <code class="fine">{shortId(actor)}</code>}
			</button>
		),
	},
	{ name: "What", means: "The act, as the API names it.", value: ({ action }) => action },
	{
		name: "On",
		means: "What it was done to: a session, a key, an adapter, or the study.",
		value: ({ target, studyId }) => target ?? studyId,
		show: (entry) => <Target entry={entry} study={study} />,
	},
	{
		name: "Reason and detail",
		means: "What the researcher gave as the reason, and what was recorded of the act.",
		value: ({ detail }) => detailText(detail),
		show: ({ detail }) => <Detail detail={detail} />,
	},
];

function Target({ entry: { target, studyId }, study }: { readonly entry: Entry; readonly study: string | null }) {
	const home = study ?? studyId;
	if (target?.startsWith("se_") && home) return <Link to={within(home, `sessions/${target}`)}>{shortId(target)}</Link>;
	if (target) return <code title={target}>{shortId(target)}</code>;
	return study === null && studyId ? <Link to={within(studyId, "")}>{shortId(studyId)}</Link> : "–";
}

/** Enough of a hash to distinguish it. */
const shortHash = (value: string): string => value.replaceAll(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, "$1…");

const MOST_LINES = 3;

function Detail({ detail }: { readonly detail: unknown }) {
	const { reason, lines } = readDetail(detail);
	const list = (
		<dl class="detail">
			{lines.map(({ name, value }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd title={value}>{shortHash(value)}</dd>
				</div>
			))}
		</dl>
	);
	return (
		<div class="why">
			{reason !== null && <p>{reason}</p>}
			{lines.length > MOST_LINES ? (
				<details>
					<summary>{lines.length} details</summary>
					{list}
				</details>
			) : (
				list
			)}
		</div>
	);
}
