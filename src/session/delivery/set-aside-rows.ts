import type { Query } from "../../db/queries.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { SessionFacts } from "../domain/session-facts.ts";
import type { SessionState } from "../domain/state.ts";
import type { Insertion, Upsert, Write } from "../projection/writes.ts";

/** A row that D1 did not take: it is too large, or D1 refused it for another reason. */
export type SetAside = { readonly write: Write; readonly reason: "too_large" | "refused" };

/** What a report needs from the session. */
export type Reporting = Pick<SessionFacts, "sessionId" | "studyId" | "protocolHash"> & { readonly startedAtMs: number };

/** Null for a session that has not started. */
export function reportingOf(state: SessionState): Reporting | null {
	if (state.status === "new") return null;
	return state.status === "erased" ? state.tombstone : { ...state.facts, startedAtMs: state.startedAtMs };
}

/**
 * What researchers see of rows that were set aside: a deviation for each row, and one warning for the study, without
 * content. A sealed row has no deviation, because nobody may learn its session. The time is the session's start, because a
 * model may have caused the event's time.
 */
export function reportOf(course: Reporting, aside: readonly SetAside[], nowMs: number): (Upsert | Insertion)[] {
	const { studyId } = course;
	const id = derivedId("warning", studyId, "rows_set_aside");
	const warning = { id, studyId, kind: "rows_set_aside", detail: {}, raisedAt: timestamp(nowMs) };
	return [
		{ into: "warnings", row: warning },
		...aside.flatMap(({ write }) => {
			const row = openRowOf(write);
			return row ? [deviationOf(course, row)] : [];
		}),
	];
}

export const ROW_SET_ASIDE = "row_set_aside";

function openRowOf(write: Write): Upsert | null {
	switch (write.into) {
		case "sealing":
		case "withholding":
			return write.upsert;
		case "replies":
		case "audit":
		case "warnings":
		case "nowhere":
			return null;
		default:
			return write;
	}
}

function deviationOf({ startedAtMs, ...session }: Reporting, { into, row }: Upsert): Upsert {
	const { sessionId, studyId, protocolHash } = session;
	const text = (name: string) => textIn(row, name);
	return {
		into: "deviations",
		row: {
			id: derivedId("deviation", sessionId, ROW_SET_ASIDE, into, text("id") ?? ""),
			sessionId,
			studyId,
			protocolHash,
			conversationId: text("conversationId"),
			turn: "turn" in row && typeof row.turn === "number" ? row.turn : null,
			slot: text("slot"),
			label: text("label"),
			kind: ROW_SET_ASIDE,
			handling: into,
			occurredAt: timestamp(startedAtMs),
		},
	};
}

function textIn(row: object, name: string): string | null {
	const value = Object.entries(row).find(([key]) => key === name)?.[1];
	return typeof value === "string" ? value : null;
}

/** D1 takes 2,000,000 bytes per row. The rest is for numbers and SQLite's own bytes. */
const MAX_ROW_BYTES = 1_990_000;
/** A UTF-16 unit has at most three bytes of UTF-8. Texts below this size need no encoding to be counted. */
const UNITS_THAT_ALWAYS_FIT = MAX_ROW_BYTES / 3;

const encoder = new TextEncoder();

/** Whether D1 takes the row of this query. Each query writes one row at most. */
export function fitsRow({ params }: Query): boolean {
	const texts = params.filter((value) => typeof value === "string");
	const units = texts.reduce((sum, text) => sum + text.length, 0);
	if (units <= UNITS_THAT_ALWAYS_FIT) return true;
	return texts.reduce((sum, text) => sum + encoder.encode(text).length, 0) <= MAX_ROW_BYTES;
}
