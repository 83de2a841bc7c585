import type { Logged } from "../projection/project.ts";
import type { Write } from "../projection/writes.ts";

/** How far D1 is: all rows of the events up to `seq`, and this many rows of the one after. */
export type Position = { readonly seq: number; readonly rows: number };

/** What one flush delivers. `refused` are events that no rows could be made of. */
export type Load = {
	readonly logged: readonly Logged[];
	readonly writes: readonly Write[];
	readonly refused: readonly Logged[];
	readonly position: Position;
	readonly isLast: boolean;
};

/** D1 takes 1,000 statements an invocation. A row is one or two; the calls of a turn are a dozen, and few in a log. */
const ROWS_A_LOAD = 300;
/** A load is in memory as a whole, sealed and unsealed. */
const CHARACTERS_A_LOAD = 4_000_000;

/**
 * The next rows from a position on, in the order of the log, as many as one flush may deliver and one at least. An event of
 * more rows than that, such as a form of hundreds of items, is delivered in parts.
 */
export function nextLoad(
	pending: readonly Logged[],
	from: Position,
	project: (logged: Logged) => readonly Write[],
): Load {
	const logged: Logged[] = [];
	const writes: Write[] = [];
	const refused: Logged[] = [];
	let position = from;
	let characters = 0;
	for (const event of pending) {
		logged.push(event);
		const rows = rowsOf(event, project);
		if (!rows) refused.push(event);
		for (const row of (rows ?? []).slice(position.rows)) {
			characters += JSON.stringify(row).length;
			const isFull = writes.length >= ROWS_A_LOAD || characters > CHARACTERS_A_LOAD;
			if (isFull && writes.length > 0) return { logged, writes, refused, position, isLast: false };
			writes.push(row);
			position = { ...position, rows: position.rows + 1 };
		}
		position = { seq: event.seq, rows: 0 };
	}
	return { logged, writes, refused, position, isLast: true };
}

/** Null where making them fails: a fault of ours, which must not keep the later events from D1. */
function rowsOf(event: Logged, project: (logged: Logged) => readonly Write[]): readonly Write[] | null {
	try {
		return project(event);
	} catch {
		return null;
	}
}
