import type { RatioFailure } from "../../monitor/ratio-report.ts";
import { type ChainHead, chainStart, type LogLine } from "../log-chain.ts";

/** The end of the log, and its time. */
export type LogHead = ChainHead & { readonly at: string };

/** The last line, or the position before the first. */
export function readHead(sql: SqlStorage, commitment: string): LogHead {
	const [row] = sql
		.exec<{ line: number; hash: string; at: string }>(
			"SELECT line, hash, json_extract(entry, '$.at') AS at FROM log ORDER BY line DESC LIMIT 1",
		)
		.toArray();
	return row ? { index: row.line, hash: row.hash, at: row.at } : { ...chainStart(commitment), at: "" };
}

export const appendLine = (sql: SqlStorage, { index, prev, entry, hash }: LogLine): void => {
	sql.exec("INSERT INTO log VALUES (?, ?, ?, ?)", index, prev, JSON.stringify(entry), hash);
};

/** Lines at which the sample ratio began to fail. They are few, and read only when there is another one. */
export const readRatioFailures = (sql: SqlStorage): RatioFailure[] =>
	sql
		.exec<{ line: number; entry: string }>(
			"SELECT line, entry FROM log WHERE json_extract(entry, '$.kind') = 'ratio_failed' ORDER BY line",
		)
		.toArray()
		.map(({ line, entry }) => ({ line, entry: JSON.parse(entry) }));

export const hasUnblinding = (sql: SqlStorage, unblinding: string): boolean =>
	sql
		.exec(
			"SELECT 1 FROM log WHERE json_extract(entry, '$.kind') = 'unblinded' AND json_extract(entry, '$.unblinding') = ?",
			unblinding,
		)
		.toArray().length > 0;

/** At most `limit` lines, from `from` on. */
export function readLines(sql: SqlStorage, from: number, limit: number): LogLine[] {
	type Row = { line: number; prev: string; entry: string; hash: string };
	const rows = sql
		.exec<Row>("SELECT line, prev, entry, hash FROM log WHERE line >= ? ORDER BY line LIMIT ?", from, limit)
		.toArray();
	return rows.map(({ line, prev, entry, hash }) => ({ index: line, prev, entry: JSON.parse(entry), hash }));
}
