import { err, ok, type Result } from "../../shared/result.ts";
import type { LabelRow } from "./read-labels.ts";

/** The rows of JSON Lines. A number is written as in JSON, null and a missing value are empty. The error names the line. */
export function labelLines(text: string): Result<readonly LabelRow[], string> {
	const rows: LabelRow[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "") continue;
		const row = objectIn(line);
		if (row === null) return err(`Line ${index + 1} is not a JSON object.`);
		rows.push(row);
	}
	return ok(rows);
}

function objectIn(line: string): LabelRow | null {
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
