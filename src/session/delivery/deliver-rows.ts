import type { Write } from "../projection/writes.ts";
import type { SetAside } from "./set-aside-rows.ts";
import { type RowWriting, writeRows } from "./write-rows.ts";

/** After this many failures in a row, about twelve minutes, the cause may be a row and not D1. */
const FAILURES_BEFORE_ROW_BY_ROW = 20;
/** SQLite's errors for rows that it never takes. `no such table` is not one of them, because a migration may still come. */
const ROW_ERROR = /too big|too large|SQLITE_(TOOBIG|CONSTRAINT|MISMATCH|RANGE)/;

/**
 * Writes rows to D1 and returns those that D1 does not take, so that one row does not hold up the later ones. Throws if D1
 * itself fails; the caller repeats the whole batch.
 */
export async function deliverRows(
	writing: RowWriting,
	writes: readonly Write[],
	failures: number,
): Promise<readonly SetAside[]> {
	try {
		return tooLarge(await writeRows(writing, writes));
	} catch (error) {
		if (isRowError(error)) return rowByRow(writing, writes);
		if (failures < FAILURES_BEFORE_ROW_BY_ROW || !(await takesAny(writing, oneOfEachTable(writes)))) throw error;
		return rowByRow(writing, writes);
	}
}

async function rowByRow(writing: RowWriting, writes: readonly Write[]): Promise<readonly SetAside[]> {
	const aside: SetAside[] = [];
	for (const write of writes) {
		try {
			aside.push(...tooLarge(await writeRows(writing, [write])));
		} catch (error) {
			// Throws if D1 does not answer, so the row is not to blame.
			if (!isRowError(error)) await writeRows(writing, []);
			aside.push({ write, reason: "refused" });
		}
	}
	return aside;
}

/** A full or read-only database refuses all rows. Trying each row of every session would only add to its load. */
async function takesAny(writing: RowWriting, writes: readonly Write[]): Promise<boolean> {
	if (writes.length === 0) return true;
	for (const write of writes) {
		try {
			await writeRows(writing, [write]);
			return true;
		} catch (error) {
			if (isRowError(error)) return true;
		}
	}
	return false;
}

/** Leaves out writes that may need no statement. */
const oneOfEachTable = (writes: readonly Write[]): Write[] => [
	...new Map(
		writes.filter(({ into }) => into !== "replies" && into !== "nowhere").map((write) => [write.into, write]),
	).values(),
];

const tooLarge = (writes: readonly Write[]): SetAside[] => writes.map((write) => ({ write, reason: "too_large" }));

const isRowError = (error: unknown): boolean => ROW_ERROR.test(messagesOf(error));

/** Includes causes, because drizzle wraps D1's errors. */
const messagesOf = (error: unknown): string =>
	error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : "";
