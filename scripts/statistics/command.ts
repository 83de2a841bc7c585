import { readFileSync } from "node:fs";
import { readCsv } from "../../src/analysis/table/csv.ts";
import type { Table } from "../../src/analysis/table/table.ts";

/** Ends the command: a sentence on the error stream, and with `--json` `missing` on the output. */
export function refuse(message: string, json: boolean | undefined): never {
	if (json) console.log(JSON.stringify({ missing: message }));
	console.error(message);
	process.exit(1);
}

/** Wrong usage: prints the usage, and exits with 2. */
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
	const bytes = bytesFrom(path);
	if (!bytes) return refuse(`The file ${path} cannot be read.`, json);
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return refuse(`${path}: The file is not in UTF-8. Save it in that encoding.`, json);
	}
}

function bytesFrom(path: string): Uint8Array | null {
	try {
		return readFileSync(path === "-" ? 0 : path);
	} catch {
		return null;
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
