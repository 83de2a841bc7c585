import type { Row } from "../capsule/format.ts";
import type { RecordedSession } from "../capsule/recorded.ts";

/**
 * One move of the replay. `randomised`: walk until the first conversation. `ended`: walk to the end of the record. `lapsed`: free
 * the place. `renewed`: look, as a participant who is back. `line`: the number of the log's line that follows from it.
 */
export type Move =
	| {
			readonly kind: "randomised" | "ended" | "lapsed" | "renewed";
			readonly session: string;
			readonly line: number | null;
			readonly values?: readonly string[];
	  }
	| { readonly kind: "quota"; readonly quota: unknown; readonly line: number };

type Entry = {
	readonly kind: string;
	readonly at: string;
	readonly session?: string;
	readonly values?: readonly string[];
	readonly quota?: unknown;
};

/**
 * The moves in the order in which they affected others: that of the allocation log, and of time for sessions without a
 * place.
 */
export function timelineOf(log: readonly Row[], sessions: ReadonlyMap<string, RecordedSession>): Move[] {
	const lines = log.flatMap(({ entry }, place) => (entry ? [{ entry: Object(entry) as Entry, line: place - 1 }] : []));
	const placed = new Set(lines.flatMap(({ entry }) => (entry.kind === "allocated" ? [entry.session] : [])));
	const unplaced = [...sessions.values()]
		.filter(({ session }) => !placed.has(session))
		.map(({ session, endedAt, startedAt }) => ({ session, at: endedAt ?? startedAt }))
		.toSorted((one, other) => (one.at < other.at ? -1 : 1));
	const moves: Move[] = [];
	for (const { entry, line } of lines) {
		while (unplaced[0] && unplaced[0].at <= entry.at)
			moves.push({ kind: "ended", session: unplaced.shift()?.session ?? "", line: null });
		moves.push(...movesOf(entry, line));
	}
	const rest = [...unplaced.map(({ session }) => session), ...unsettled(lines)];
	return [...moves, ...rest.map((session) => ({ kind: "ended" as const, session, line: null }))];
}

function movesOf({ kind, session = "", values, quota }: Entry, line: number): Move[] {
	switch (kind) {
		case "allocated":
			return [{ kind: "randomised", session, line, ...(values && { values }) }];
		case "confirmed":
		case "released":
			return [{ kind: "ended", session, line }];
		case "lapsed":
		case "renewed":
			return [{ kind, session, line }];
		case "quota_changed":
			return [{ kind: "quota", quota, line }];
		default:
			return [];
	}
}

/** Sessions that have a place and no end in the log: they are still active. */
function unsettled(lines: readonly { readonly entry: Entry }[]): string[] {
	const open = new Set<string>();
	for (const { entry } of lines) {
		if (entry.kind === "allocated" && entry.session) open.add(entry.session);
		if ((entry.kind === "confirmed" || entry.kind === "released") && entry.session) open.delete(entry.session);
	}
	return [...open];
}
