import { styleOf } from "./reply-style.ts";
import type {
	AnswerRow,
	ArmKeyRow,
	CallRow,
	ConversationRow,
	DeviationRow,
	FlowRow,
	GuessRow,
	JudgementRow,
	LabelRow,
	MessageRow,
	Pool,
	RankingRow,
	RatingRow,
	ReplyRow,
	SessionRow,
	TwinRow,
} from "./study-tables.ts";

/** A row of an export: of D1, of JSON Lines, or of CSV, where every cell is a text. */
export type RawRow = Readonly<Record<string, unknown>>;

const text = (row: RawRow, name: string): string | null => {
	const value = row[name];
	if (value === null || value === undefined || value === "") return null;
	return typeof value === "string" ? value : String(value);
};
const known = (row: RawRow, name: string): string => text(row, name) ?? "";

const number = (row: RawRow, name: string): number | null => {
	// An export in CSV puts an apostrophe before a text that begins with a minus.
	const found = text(row, name)?.replace(/^'/, "");
	const value = found === undefined ? Number.NaN : Number(found);
	return Number.isFinite(value) ? value : null;
};

const flag = (row: RawRow, name: string): boolean | null => {
	const found = text(row, name);
	if (found === null) return null;
	return found === "true" || found === "1";
};

const words = (row: RawRow, name: string): string[] =>
	known(row, name)
		.split(" ")
		.filter((word) => word !== "");

const POOLS: readonly Pool[] = ["live", "pilot", "simulated"];
const pool = (row: RawRow): Pool => POOLS.find((known) => known === row.pool) ?? "live";
const who = (row: RawRow) => ({
	session: known(row, "session"),
	participant: known(row, "participant"),
	pool: pool(row),
});

export const sessionRow = (row: RawRow): SessionRow => ({
	...who(row),
	status: known(row, "status"),
	stratum: text(row, "stratum"),
	sequence: words(row, "sequence"),
	randomisedAt: text(row, "randomised_at"),
});

export const conversationRow = (row: RawRow): ConversationRow => ({
	...who(row),
	...place(row),
	layout: known(row, "layout"),
	labels: words(row, "labels"),
	predecessor: text(row, "predecessor"),
	turns: number(row, "turns") ?? 0,
	endedAt: text(row, "ended_at"),
});

const place = (row: RawRow) => ({
	conversation: known(row, "conversation"),
	conversationId: known(row, "conversation_id"),
	position: number(row, "position") ?? 0,
});

export const ratingRow = (row: RawRow): RatingRow => ({
	...who(row),
	...place(row),
	layout: known(row, "layout"),
	predecessor: text(row, "predecessor"),
	label: known(row, "label"),
	source: known(row, "source"),
	turn: number(row, "turn"),
	slot: text(row, "slot"),
	form: text(row, "form"),
	item: text(row, "item"),
	value: number(row, "value"),
	min: number(row, "min"),
	max: number(row, "max"),
	chosen: flag(row, "chosen"),
});

export const rankingRow = (row: RawRow): RankingRow => ({
	...who(row),
	form: known(row, "form"),
	item: known(row, "item"),
	label: known(row, "label"),
	rank: number(row, "rank") ?? Number.NaN,
	position: number(row, "position") ?? Number.NaN,
	conversationId: known(row, "conversation_id"),
	slot: text(row, "slot"),
});

/** Null for an item that other answers left out, and for texts: no estimate uses them. */
export function answerRow(row: RawRow): AnswerRow | null {
	const kind = known(row, "kind");
	if (flag(row, "asked") === false || kind === "text" || kind === "guess" || kind === "ranking") return null;
	return {
		...who(row),
		form: known(row, "form"),
		item: known(row, "item"),
		kind,
		conversationId: text(row, "conversation_id"),
		value: answerIn(row.value, kind),
		correct: flag(row, "correct"),
	};
}

/** A CSV file has JSON in its cells. */
function answerIn(value: unknown, kind: string): AnswerRow["value"] {
	const read = typeof value === "string" && (kind !== "choice" || value.startsWith('"')) ? jsonIn(value) : value;
	if (Array.isArray(read)) return read.map(String);
	return typeof read === "number" || (typeof read === "string" && read !== "") ? read : null;
}

function jsonIn(text_: string): unknown {
	try {
		return JSON.parse(text_);
	} catch {
		return text_;
	}
}

export const isReply = (row: RawRow): boolean => row.role === "assistant";

export const replyRow = (row: RawRow): ReplyRow => ({
	...who(row),
	conversationId: known(row, "conversation_id"),
	turn: number(row, "turn") ?? 0,
	slot: text(row, "slot"),
	label: known(row, "label"),
	chosen: flag(row, "chosen"),
	style: styleOf(known(row, "text")),
});

export const messageRow = (row: RawRow): MessageRow => ({
	...who(row),
	...place(row),
	turn: number(row, "turn") ?? 0,
	text: known(row, "text"),
	language: text(row, "language"),
});

export const deviationRow = (row: RawRow): DeviationRow => ({
	...who(row),
	kind: known(row, "kind"),
	label: text(row, "label"),
});

export const guessRow = (row: RawRow): GuessRow => ({
	...who(row),
	arm: text(row, "arm"),
	guessedArm: text(row, "guessed_arm"),
});

export const armKeyRow = (row: RawRow): ArmKeyRow => ({
	label: known(row, "label"),
	arm: known(row, "arm"),
	pool: text(row, "pool") === null ? null : pool(row),
});

export function flowRow(row: RawRow): FlowRow {
	const counts = Object.keys(row).flatMap((name) => {
		const count = name === "pool" ? null : number(row, name);
		return count === null ? [] : [[name, count] as const];
	});
	return { pool: known(row, "pool"), counts: Object.fromEntries(counts) };
}

/** Null for a call that is still sealed. */
export function callRow(row: RawRow): CallRow | null {
	const label = text(row, "label");
	if (label === null) return null;
	return {
		session: text(row, "session"),
		conversationId: text(row, "conversation_id"),
		label,
		inputTokens: number(row, "input_tokens"),
		outputTokens: number(row, "output_tokens"),
		cost: number(row, "cost"),
		currency: text(row, "currency"),
		firstFrameMs: number(row, "first_frame_ms"),
		lastFrameMs: number(row, "last_frame_ms"),
		failure: text(row, "failure"),
	};
}

export const judgementRow = (row: RawRow): JudgementRow => ({
	...who(row),
	judgement: known(row, "judgement"),
	conversationId: known(row, "conversation_id"),
	turn: number(row, "turn") ?? 0,
	slot: text(row, "slot"),
	unit: known(row, "unit"),
	rubric: known(row, "rubric"),
	judge: known(row, "judge"),
	repeat: number(row, "repeat") ?? 1,
	swapped: flag(row, "swapped") ?? false,
	item: text(row, "item"),
	value: text(row, "value"),
});

export const labelRow = (row: RawRow): LabelRow => ({
	...who(row),
	unit: known(row, "unit"),
	rubric: known(row, "rubric"),
	item: known(row, "item"),
	labeller: known(row, "labeller"),
	value: text(row, "value"),
});

/** A simulated participant with a session of its own; null for one that only judges. */
export function twinRow(row: RawRow): TwinRow | null {
	const session = text(row, "session");
	if (session === null) return null;
	const condition = text(row, "condition") ?? "simulated";
	return { session, participant: text(row, "twin") ?? "", condition, hasLabelsOfPerson: false };
}

export const studyDeviationRow = (row: RawRow) => ({
	kind: known(row, "kind"),
	occurredAt: known(row, "occurred_at"),
});
