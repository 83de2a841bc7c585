import type { Write } from "../projection/writes.ts";
import type { SetAside } from "./set-aside-rows.ts";
import { type RowWriting, writeRows } from "./write-rows.ts";

/** After so many failures in a row, some twelve minutes, it may be a row's fault and not D1's. */
const PATIENCE = 20;
/** What SQLite says of a row that it will never take. `no such table` is not among them: a migration may be on its way. */
const FAULT_OF_A_ROW = /too big|too large|SQLITE_(TOOBIG|CONSTRAINT|MISMATCH|RANGE)/;

/**
 * Writes rows to D1 and gives those that it does not take, so that one of them does not keep all later ones back. Throws
 * where D1 itself fails: then everything is written again later.
 */
export async function deliverRows(
	writing: RowWriting,
	writes: readonly Write[],
	failures: number,
): Promise<readonly SetAside[]> {
	try {
		return tooLarge(await writeRows(writing, writes));
	} catch (error) {
		if (failures < PATIENCE && !isFaultOfARow(error)) throw error;
		return rowByRow(writing, writes);
	}
}

async function rowByRow(writing: RowWriting, writes: readonly Write[]): Promise<readonly SetAside[]> {
	const aside: SetAside[] = [];
	for (const write of writes) {
		try {
			aside.push(...tooLarge(await writeRows(writing, [write])));
		} catch (error) {
			// Throws where D1 does not answer: then it is not the row's fault.
			if (!isFaultOfARow(error)) await writeRows(writing, []);
			aside.push({ write, reason: "refused" });
		}
	}
	return aside;
}

const tooLarge = (writes: readonly Write[]): SetAside[] => writes.map((write) => ({ write, reason: "too_large" }));

const isFaultOfARow = (error: unknown): boolean => FAULT_OF_A_ROW.test(messagesOf(error));

/** Of the error and of what caused it: drizzle wraps what D1 says. */
const messagesOf = (error: unknown): string =>
	error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : "";
