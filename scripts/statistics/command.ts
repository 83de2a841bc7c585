import { readFileSync } from "node:fs";
import { readCsv } from "../../src/analysis/table/csv.ts";
import type { Table } from "../../src/analysis/table/table.ts";

/** What cannot be answered ends here: in words on the error stream, and with `--json` as `missing` on the output. */
export function refuse(message: string, json: boolean | undefined): never {
	if (json) console.log(JSON.stringify({ missing: message }));
	console.error(message);
	process.exit(1);
}

/** The wrong way to call the command: its usage, and exit code 2. */
export function misuse(usage: string, message?: string): never {
	console.error(message === undefined ? usage : `${message}\n\n${usage}`);
	process.exit(2);
}

/** The table in a CSV file; "-" reads standard input. */
export function tableFrom(path: string, json: boolean | undefined): Table {
	const table = readCsv(textFrom(path, json));
	return table.ok ? table.value : refuse(`${path}: ${table.error}`, json);
}

/** The text of a file; "-" reads standard input. */
export function textFrom(path: string, json: boolean | undefined): string {
	try {
		return readFileSync(path === "-" ? 0 : path, "utf8");
	} catch {
		return refuse(`The file ${path} cannot be read.`, json);
	}
}

/** A whole number from 1, or null. */
export function countFrom(text: string): number | null {
	const value = Number(text);
	return Number.isInteger(value) && value >= 1 ? value : null;
}

export const listFrom = (text: string): string[] =>
	text
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");
