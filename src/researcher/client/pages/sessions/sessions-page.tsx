import { count, counted, shortDuration, words } from "../../components/format.ts";
import { Pager, usePages } from "../../components/pager.tsx";
import { Empty, When } from "../../components/states.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { go, Link, within } from "../../router.tsx";
import type { PageProps } from "../page-props.ts";
import type { Pool } from "../pool-choice.tsx";

type List = Schemas["SessionList"];
type Row = List["sessions"][number];

const MINUTE_MS = 60_000;
const PAGE = 100;

const lasted = (minutes: number): string => shortDuration(minutes * MINUTE_MS);

const columnsFor = (study: string): readonly Column<Row>[] => [
	{
		name: "Session",
		means: "Leads to what the participant saw, with times, and to what can be done.",
		value: ({ session }) => session,
		show: ({ session }) => <Link to={within(study, `sessions/${session}`)}>{session.slice(0, 11)}…</Link>,
	},
	{
		name: "Status",
		means: "Active until the session ends. Stuck: active, and without activity for 15 minutes.",
		value: ({ status, stuck }) => (stuck ? "stuck" : words(status)),
		show: ({ status, stuck }) => (
			<span class={`chip ${stuck ? "stuck" : status}`}>{stuck ? "stuck" : words(status)}</span>
		),
	},
	{
		name: "Idle",
		means: "Minutes since the participant last answered, wrote or chose. Empty after the end.",
		value: ({ idleMinutes }) => idleMinutes,
		show: ({ idleMinutes }) => (idleMinutes === null ? "–" : lasted(idleMinutes)),
	},
	{
		name: "At",
		means: "What the participant is at. Place: they wait for a place.",
		value: ({ step }) => step,
	},
	{
		name: "Steps",
		means: "Steps that the participant has finished, of all of theirs.",
		value: ({ progress }) => progress?.done ?? null,
		show: ({ progress }) => (progress ? `${progress.done} of ${progress.of}` : "–"),
	},
	{
		name: "Took",
		means: "Minutes from the start to the end, or to the last activity.",
		value: ({ minutes }) => minutes,
		show: ({ minutes }) => lasted(minutes),
	},
	{ name: "Stratum", means: "The values by which the draw is balanced.", value: ({ stratum }) => stratum || null },
	{
		name: "Sequence",
		means: "The arms in the participant's order, by their neutral labels. Empty before randomisation.",
		value: ({ sequence }) => sequence?.join(" → ") ?? "",
	},
	{ name: "Pool", means: "Live, pilot or simulated.", value: ({ pool }) => pool },
	{ name: "Participant", means: "The participant's pseudonym in this study.", value: ({ participant }) => participant },
];

const STATES = {
	"": "all",
	stuck: "stuck",
	active: "active",
	completed: "completed",
	withdrawn: "left",
	expired: "expired",
	failed_checks: "failed checks",
	screened_out: "screened out",
	declined: "declined",
	full: "study full",
};

const FILTERS = ["status", "stuck", "randomised", "ended", "sequence"];

/** The sessions that the address selects. Those that need help come first. */
export function SessionsPage({ study, pool, query }: PageProps) {
	const pages = usePages();
	const filters = FILTERS.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : []));
	const asked = new URLSearchParams([...filters, ["pool", pool], ["limit", String(PAGE)]]);
	const { loaded, reload } = useData<List>(`/v1/studies/${study.slug}/sessions?${asked}${pages.query}`);
	const chosen = query.get("stuck") === "true" ? "stuck" : (query.get("status") ?? "");
	const choose = (state: string) => {
		const now = new URLSearchParams(location.search);
		for (const name of FILTERS) now.delete(name);
		if (state === "stuck") now.set("stuck", "true");
		else if (state) now.set("status", state);
		pages.restart();
		go(`${location.pathname}${now.size > 0 ? `?${now}` : ""}`, { replace: true });
	};
	const more = filters.filter(([name]) => !["status", "stuck"].includes(name ?? ""));
	return (
		<>
			<div class="filters">
				<label class="pool">
					State
					<select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
						{Object.entries(STATES).map(([state, name]) => (
							<option key={state} value={state}>
								{name}
							</option>
						))}
					</select>
				</label>
				{more.map(([name, value]) => (
					<span key={name} class="chip">
						{name === "sequence" ? value : name === "ended" ? "left early" : value === "true" ? name : `not ${name}`}
					</span>
				))}
			</div>
			{chosen !== "stuck" && <Stuck study={study.slug} pool={pool} />}
			<When loaded={loaded} onRetry={reload}>
				{({ sessions, next }) =>
					sessions.length === 0 ? (
						<Empty title={chosen === "stuck" ? "Nobody is stuck." : "There is no such session."}>
							{chosen === "stuck" && (
								<p>A session is stuck when it is active and nothing came from it for 15 minutes.</p>
							)}
						</Empty>
					) : (
						<DataTable
							title="Sessions, the newest first"
							file="sessions"
							columns={columnsFor(study.slug)}
							rows={sessions}
							keyOf={({ session }) => session}
						>
							<Pager pages={pages} next={next} newer="Newer sessions" older="Older sessions" />
						</DataTable>
					)
				}
			</When>
		</>
	);
}

const MOST_COUNTED = 500;

/** The number of sessions that need help. */
function Stuck({ study, pool }: { readonly study: string; readonly pool: Pool }) {
	const of = pool === "all" ? "" : `&pool=${pool}`;
	const { loaded } = useData<List>(`/v1/studies/${study}/sessions?stuck=true${of}&limit=${MOST_COUNTED}`);
	if (loaded.kind !== "ready") return null;
	const { sessions, next } = loaded.data;
	if (sessions.length === 0) return <p>Nobody is stuck: no active session is without activity for 15 minutes.</p>;
	const link = within(study, "sessions", { stuck: "true", pool: pool === "live" ? null : pool });
	return (
		<p>
			<Link to={link}>
				{next
					? `More than ${count(MOST_COUNTED)} sessions are`
					: `${counted(sessions.length, "session")} ${sessions.length === 1 ? "is" : "are"}`}{" "}
				stuck
			</Link>
			: active, and without activity for 15 minutes.
		</p>
	);
}
