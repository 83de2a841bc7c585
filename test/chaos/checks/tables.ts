import type { Row, Tables } from "../disk.ts";
import type { Violation } from "../ledger.ts";
import { short } from "./evidence.ts";

/** The tables that a rebuild writes. The guide to backups lists the same. */
export const REBUILT = [
	...["sessions", "session_attributes", "conversations", "turns", "candidates", "ratings", "rankings", "form_answers"],
	...["exits", "behaviour", "reply_reports", "participant_identities", "reentries", "submissions", "model_calls"],
	"deviations",
];

/** A JWE differs each time, because its key is new. Its length stays the same. */
const SEALED = /^ey[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;
const open = (value: unknown): unknown =>
	typeof value === "string" && SEALED.test(value) ? `sealed, ${value.length} characters` : value;

const textOf = (row: Row): string =>
	JSON.stringify(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, open(value)])));

/** The rebuilt tables equal those before the rebuild, in every column. */
export function tablesDiffer(live: Tables, rebuilt: Tables, tables: readonly string[] = REBUILT): Violation[] {
	return tables.flatMap((table): Violation[] => {
		const [before, after] = [live, rebuilt].map((all) => (all[table] ?? []).map(textOf).toSorted());
		if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return [];
		const [lost, added] = [without(before, after), without(after, before)];
		const detail = `${before.length} rows before, ${after.length} after; first lost ${short(lost[0])}, first added ${short(added[0])}`;
		return [{ rule: "rebuilt tables are the same", who: table, detail }];
	});
}

function without(all: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others);
	return all.filter((row) => !known.has(row));
}
