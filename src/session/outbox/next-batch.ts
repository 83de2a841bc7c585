import type { Logged } from "../projection/project.ts";
import type { Write } from "../projection/writes.ts";

/** How much D1 has: all rows of the events up to `seq`, and this many rows of the next event. */
export type Position = { readonly seq: number; readonly rows: number };

/** The work of one flush. `refused` are events whose projection failed. */
export type Batch = {
	readonly logged: readonly Logged[];
	readonly writes: readonly Write[];
	readonly refused: readonly Logged[];
	readonly position: Position;
	readonly isLast: boolean;
};

/**
 * D1 takes 1,000 statements per invocation. Most rows need one or two; the calls of a turn need about a dozen, and there
 * are few of those.
 */
const ROWS_PER_BATCH = 300;
/** The whole batch is in memory, sealed and unsealed. */
const CHARACTERS_PER_BATCH = 4_000_000;

/**
 * The next rows from a position, in the log's order: as many as one flush may deliver, but at least one. An event with
 * more rows, such as a form of hundreds of items, is split.
 */
export function nextBatch(
	pending: readonly Logged[],
	from: Position,
	project: (logged: Logged) => readonly Write[],
): Batch {
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
			const isFull = writes.length >= ROWS_PER_BATCH || characters > CHARACTERS_PER_BATCH;
			if (isFull && writes.length > 0) return { logged, writes, refused, position, isLast: false };
			writes.push(row);
			position = { ...position, rows: position.rows + 1 };
		}
		position = { seq: event.seq, rows: 0 };
	}
	return { logged, writes, refused, position, isLast: true };
}

/** Null if the projection fails. That is a bug, and it must not keep later events from D1. */
function rowsOf(event: Logged, project: (logged: Logged) => readonly Write[]): readonly Write[] | null {
	try {
		return project(event);
	} catch {
		return null;
	}
}
