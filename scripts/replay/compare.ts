import { canonicalJson } from "../../src/shared/json.ts";
import type { CapsuleTable, Row } from "../capsule/format.ts";

/** How a table is compared: the key of a row, the columns that must differ and why, and the compared rows. */
export type Comparison = {
	readonly key: readonly string[];
	readonly differs: Readonly<Record<string, string>>;
	readonly only?: { readonly rows: (row: Row) => boolean; readonly why: string };
};

const TIME = "the time of the replay";
const STOPPED = "a replay shows each reply whole: what was not shown of a stopped one is not recorded";

/** The tables that are compared, and how. docs/reference/capsule.md lists the same. */
export const COMPARED: Readonly<Partial<Record<CapsuleTable, Comparison>>> = {
	sessions: {
		key: ["session"],
		differs: { started_at: TIME, consented_at: TIME, randomised_at: TIME, ended_at: TIME },
	},
	conversations: { key: ["conversation_id"], differs: { started_at: TIME, ended_at: TIME } },
	transcripts: {
		key: ["conversation_id", "turn", "role", "slot"],
		differs: { seen_at: TIME, stopped: STOPPED, stopped_at: TIME },
	},
	ratings: { key: ["conversation_id", "source", "turn", "slot", "form", "item"], differs: { rated_at: TIME } },
	rankings: { key: ["session", "form", "item", "conversation_id", "slot"], differs: { ranked_at: TIME } },
	answers: { key: ["session", "form", "item", "conversation_id"], differs: { answered_at: TIME } },
	guesses: { key: ["conversation_id", "form", "item"], differs: { answered_at: TIME } },
	behaviour: {
		key: ["session", "kind", "form", "conversation_id", "turn"],
		differs: { recorded_at: TIME, step: "a hash of the session's id, which follows from the Worker's secret" },
	},
	"reply-reports": { key: ["conversation_id", "turn", "slot", "kind"], differs: { reported_at: TIME } },
	deviations: {
		key: ["session", "kind", "handling", "conversation_id", "turn", "slot", "form", "item", "span_start"],
		differs: { occurred_at: TIME },
		only: {
			rows: ({ kind }) => kind !== "ended_by_researcher" && kind !== "row_set_aside",
			why: "a replay ends sessions that expired as a researcher, and D1 refuses no row of it",
		},
	},
	flow: { key: ["pool"], differs: {} },
	arms: { key: ["label"], differs: { revealed_at: TIME } },
	"model-calls": {
		key: ["conversation_id", "turn", "slot", "discarded_text"],
		differs: {
			id: "a keyed hash, which follows from the Worker's secret",
			started_at: TIME,
			first_frame_ms: "the speed of the recorded server",
			last_frame_ms: "the speed of the recorded server",
			attempt: "failed calls are not repeated, so a later call may be the first",
			counted_by: "follows from the tokens, which are compared",
		},
		only: {
			rows: ({ failure }) => failure === null || failure === "self_identified",
			why: "calls that failed have no reply to serve",
		},
	},
};

export type Difference = { readonly where: string; readonly what: string };

const keyOf = (row: Row, key: readonly string[]): string =>
	canonicalJson(key.map((name) => row[name] ?? null) as never);

/** Rows that one side lacks, and columns that differ. */
export function tableDifferences(
	table: string,
	{ key, differs, only }: Comparison,
	{ recorded, replayed }: { readonly recorded: readonly Row[]; readonly replayed: readonly Row[] },
): Difference[] {
	const [had, has] = [recorded, replayed].map((rows) =>
		Map.groupBy(rows.filter(only?.rows ?? (() => true)), (row) => keyOf(row, key)),
	);
	const names = new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])]);
	// Columns that exports have gained since the record was made are not compared.
	const columns = [...new Set(recorded.flatMap((row) => Object.keys(row)))].filter((name) => !(name in differs));
	return [...names].flatMap((name) => {
		const [ones, others] = [had?.get(name) ?? [], has?.get(name) ?? []];
		const where = `${table} ${name}`;
		if (ones.length !== others.length)
			return [{ where, what: `${ones.length} recorded and ${others.length} replayed rows` }];
		return ones.flatMap((one, place) => columnDifferences(where, one, others[place] ?? {}, columns));
	});
}

function columnDifferences(
	where: string,
	one: Row,
	other: Row,
	columns = [...new Set([...Object.keys(one), ...Object.keys(other)])],
): Difference[] {
	return columns.flatMap((name) => {
		const [had, has] = [textOf(one[name]), textOf(other[name])];
		return had === has
			? []
			: [{ where: `${where} ${name}`, what: `recorded ${shortened(had, has)}, replayed ${shortened(has, had)}` }];
	});
}

const textOf = (value: unknown): string => canonicalJson((value ?? null) as never);
const SHOWN = 100;
/** A long text from a little before the place at which it differs. */
function shortened(text: string, other: string): string {
	if (text.length <= SHOWN) return text;
	const at = Array.from(text).findIndex((character, place) => character !== other[place]);
	const from = Math.max(0, Math.min(at < 0 ? text.length : at, text.length - SHOWN / 2) - SHOWN / 2);
	return `${from > 0 ? "…" : ""}${text.slice(from, from + SHOWN)}${from + SHOWN < text.length ? "…" : ""}`;
}

/** The replayed rows in the order of the recorded ones: a report draws participants in the order of its rows. */
export function inRecordedOrder(replayed: readonly Row[], recorded: readonly Row[], key: readonly string[]): Row[] {
	const places = new Map(recorded.map((row, place) => [keyOf(row, key), place]));
	const placeOf = (row: Row): number => places.get(keyOf(row, key)) ?? recorded.length;
	return replayed.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Lines of the allocation log without times, and without the hashes that cover times and ids. */
export const logEntries = (log: readonly Row[]): Row[] =>
	log.flatMap(({ entry }) => {
		const { at: _at, unblinding: _id, act: _act, opening, ...rest }: Row = Object(entry);
		if (rest.kind === undefined || ["unblinded", "inputs_changed"].includes(String(rest.kind))) return [];
		const { studyId: _study, ...opened }: Row = Object(opening);
		return [opening === undefined ? rest : { ...rest, opening: opened }];
	});

/** Compared line by line, because the order of the log decides the allocations. */
export function logDifferences(recorded: readonly Row[], replayed: readonly Row[]): Difference[] {
	const [had, has] = [logEntries(recorded), logEntries(replayed)];
	return Array.from({ length: Math.max(had.length, has.length) }, (_, place) => place).flatMap((place) =>
		columnDifferences(`allocations line ${place}`, had[place] ?? {}, has[place] ?? {}),
	);
}

/** All places at which two JSON values differ, as pointers. */
export function jsonDifferences(where: string, one: unknown, other: unknown): Difference[] {
	if (textOf(one) === textOf(other)) return [];
	const isInner = (value: unknown): value is object => typeof value === "object" && value !== null;
	if (!isInner(one) || !isInner(other) || Array.isArray(one) !== Array.isArray(other))
		return [
			{
				where,
				what: `recorded ${shortened(textOf(one), textOf(other))}, replayed ${shortened(textOf(other), textOf(one))}`,
			},
		];
	const [had, has]: [Row, Row] = [Object(one), Object(other)];
	const names = [...new Set([...Object.keys(had), ...Object.keys(has)])];
	return names.flatMap((name) => jsonDifferences(`${where}/${name}`, had[name], has[name]));
}
