import { parse } from "csv-parse/sync";
import { err, ok, type Result } from "../../src/shared/result.ts";

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file with a header, or of JSON Lines. Texts stay unchanged. The error is a sentence. */
export function rowsFrom(text: string, path: string): Result<readonly Row[], string> {
	const rows = /\.(jsonl|ndjson)$/i.test(path) || text.trimStart().startsWith("{") ? jsonRows(text) : csvRows(text);
	if (!rows.ok) return rows;
	return rows.value.length === 0 ? err("The file has no rows.") : rows;
}

function csvRows(text: string): Result<Row[], string> {
	try {
		return ok(parse(text, { bom: true, columns: true, skip_empty_lines: true, relax_column_count: true }));
	} catch (error) {
		return err(`The file is not valid CSV: ${error instanceof Error ? error.message : "it cannot be read"}`);
	}
}

function jsonRows(text: string): Result<Row[], string> {
	const rows: Row[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "") continue;
		const row = objectIn(line);
		if (row === null) return err(`Line ${index + 1} is not a JSON object.`);
		rows.push(row);
	}
	return ok(rows);
}

function objectIn(line: string): Row | null {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
		return Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, cellText(cell)]));
	} catch {
		return null;
	}
}

const cellText = (cell: unknown): string =>
	cell === null || cell === undefined ? "" : typeof cell === "string" ? cell : JSON.stringify(cell);

const USUAL = ["text", "content", "reply", "message", "utterance"];

/** The requested column, or the first with a usual name for texts. */
export function textColumn(rows: readonly Row[], asked: string | undefined): Result<string, string> {
	const names = Object.keys(rows[0] ?? {});
	const found = asked === undefined ? USUAL.find((name) => names.includes(name)) : names.find((name) => name === asked);
	if (found !== undefined) return ok(found);
	const wanted = asked === undefined ? `none of ${USUAL.join(", ")}` : `no column "${asked}"`;
	return err(`The file has ${wanted}. Its columns are ${names.join(", ")}. Name one with --column.`);
}
