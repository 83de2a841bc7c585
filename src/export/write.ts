import { stringify } from "csv-stringify/sync";
import type { Format } from "./catalogue.ts";
import type { Source, Table } from "./table.ts";

const encoder = new TextEncoder();

/** The bytes of an export, page by page. */
export async function* written(table: Table, format: Format, source: Source): AsyncGenerator<Uint8Array> {
	if (format === "csv") {
		yield encoder.encode(csvHead(table));
		for await (const rows of table.pages(source)) if (rows.length > 0) yield encoder.encode(csv(table, rows));
		return;
	}
	for await (const rows of table.records?.(source) ?? table.pages(source))
		if (rows.length > 0) yield encoder.encode(jsonLines(rows));
}

/** One object a line, with its fields in the order of the table. */
const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/**
 * CSV by RFC 4180: lines end in CRLF, and every text is quoted, so that an empty text differs from a missing value. A text that a
 * spreadsheet would run as a formula (it begins with = + - @, a tab or a return) gets an apostrophe before it, as OWASP advises.
 * JSON Lines are not changed.
 */
const STYLE = {
	record_delimiter: "\r\n",
	quoted_string: true,
	escape_formulas: true,
	cast: {
		boolean: (value: boolean) => String(value),
		object: (value: object) => JSON.stringify(value),
	},
} as const;

const columnsOf = ({ fields }: Table): string[] => fields.map(({ name }) => name);
const csvHead = (table: Table): string => stringify([], { ...STYLE, header: true, columns: columnsOf(table) });
const csv = (table: Table, rows: readonly object[]): string =>
	stringify([...rows], { ...STYLE, columns: columnsOf(table) });

/** Reads only as fast as the client takes it. An error breaks the response off, so an export that ends is complete. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await chunks.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		async cancel() {
			await chunks.return(undefined);
		},
	});
}
