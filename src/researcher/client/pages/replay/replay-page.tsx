import { useState } from "preact/hooks";
import { dateTime, words } from "../../components/format.ts";
import { When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { Link, within } from "../../router.tsx";
import type { PageProps } from "../page-props.ts";
import { Acts } from "./acts.tsx";
import { Entry } from "./entry.tsx";

type Replay = Schemas["Replay"];

/** One session as its participant saw it, and acts that help. */
export function ReplayPage({ study, session, as }: Pick<PageProps, "study" | "as"> & { readonly session: string }) {
	const { loaded, reload } = useData<Replay>(`/v1/studies/${study.slug}/sessions/${session}/replay`);
	const [done, setDone] = useState<string | null>(null);
	const after = (what: string) => {
		setDone(what);
		reload();
	};
	return (
		<>
			<p>
				<Link to={within(study.slug, "sessions")}>All sessions</Link>
			</p>
			{done && (
				<p class="notice" role="status">
					{done}
				</p>
			)}
			<When loaded={loaded} onRetry={reload}>
				{(replay) => (
					<>
						<p>
							<code>{replay.session}</code> <span class={`chip ${replay.status}`}>{words(replay.status)}</span>{" "}
							<span class="fine">
								{replay.pool}, participant <code>{replay.participant}</code>
							</span>
						</p>
						{replay.status === "active" && as.scopes.includes("sessions:write") && (
							<Acts study={study.slug} session={session} onDone={after} />
						)}
						<ol class="replay">
							{replay.entries.map((entry, index) => (
								<li key={index}>
									<Entry entry={entry} since={timeOf(replay.entries, index)} />
								</li>
							))}
						</ol>
						<p class="fine">
							Read {dateTime(new Date())}. Reading a replay is recorded in the audit. It has no arm, no label, and no
							time that depends on one.
						</p>
					</>
				)}
			</When>
		</>
	);
}

/** Milliseconds since the previous entry with a time. Null for the first, and without times. */
function timeOf(entries: Replay["entries"], index: number): number | null {
	const at = (entry: Replay["entries"][number] | undefined) =>
		entry === undefined ? null : entry.kind === "reply" ? entry.seenAt : entry.at;
	const now = at(entries[index]);
	const before = entries
		.slice(0, index)
		.map(at)
		.filter((time) => time !== null)
		.at(-1);
	return now && before ? Date.parse(now) - Date.parse(before) : null;
}
