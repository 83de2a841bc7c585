import { stringify } from "csv-stringify/sync";
import { framesOf, kindOf, log } from "../../shared/log.ts";
import type { Format } from "../catalogue.ts";
import type { Row, Source, Table } from "../table.ts";
import { parquetParts } from "./parquet-parts.ts";
import { piecesOf } from "./row-pieces.ts";

/** Settings of CSV alone, for spreadsheets. Without them the file has each text exactly. */
export type CsvOptions = {
	/** Puts an apostrophe before each text that a spreadsheet would run as a formula: after = + - @, a tab or a return. */
	readonly guardsFormulas?: boolean;
	/** Begins with a byte order mark, by which Excel recognises UTF-8. */
	readonly hasBom?: boolean;
};

/** Writes one table in pieces. The bytes of head, pages and end are the file. */
export type Encoder = {
	readonly head: () => Uint8Array;
	readonly rows: (rows: readonly object[]) => Bytes;
	readonly end: () => Bytes;
};

/** Parquet is written by another Worker. */
type Bytes = Uint8Array | Promise<Uint8Array>;

const utf8 = new TextEncoder();
const NOTHING = new Uint8Array();

/** Throws a `ProblemError` if Parquet cannot be written at the moment. */
export async function encoderOf(
	table: Table,
	format: Format,
	{ env }: Pick<Source, "env">,
	options: CsvOptions = {},
): Promise<Encoder> {
	switch (format) {
		case "csv":
			return csvEncoder(table, options);
		case "jsonl":
			return { head: () => NOTHING, rows: (rows) => utf8.encode(jsonLines(rows)), end: () => NOTHING };
		case "parquet": {
			const file = await parquetParts(env, table.fields);
			// What comes before the first row is among its bytes.
			return { head: () => NOTHING, rows: (rows) => file.rows(rows as readonly Row[]), end: file.end };
		}
	}
}

/** The bytes of an export, page by page. What cannot be begun fails at once, before the response has a status. */
export async function written(
	table: Table,
	format: Format,
	source: Source,
	options: CsvOptions = {},
): Promise<AsyncGenerator<Uint8Array>> {
	const encoder = await encoderOf(table, format, source, options);
	return bytesOf(encoder, pagesFor(table, format, source));
}

async function* bytesOf(encoder: Encoder, pages: AsyncGenerator<readonly object[]>): AsyncGenerator<Uint8Array> {
	yield encoder.head();
	for await (const page of pages) for (const rows of piecesOf(page)) yield await encoder.rows(rows);
	yield await encoder.end();
}

/** JSON Lines may hold more than the rows. */
export const pagesFor = (table: Table, format: Format, source: Source): AsyncGenerator<readonly object[]> =>
	(format === "jsonl" && table.records?.(source)) || table.pages(source);

/** One object a line, with its fields in the order of the table. */
const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** CSV by RFC 4180: lines end in CRLF, and every text is quoted, so that an empty text differs from a missing value. */
const STYLE = {
	record_delimiter: "\r\n",
	quoted_string: true,
	cast: {
		boolean: (value: boolean) => String(value),
		object: (value: object) => JSON.stringify(value),
	},
} as const;

function csvEncoder({ fields }: Table, { guardsFormulas = false, hasBom = false }: CsvOptions): Encoder {
	const columns = fields.map(({ name }) => name);
	const style = { ...STYLE, escape_formulas: guardsFormulas, columns };
	return {
		head: () => utf8.encode(`${hasBom ? "\uFEFF" : ""}${stringify([], { ...style, header: true })}`),
		rows: (rows) => utf8.encode(stringify([...rows], style)),
		end: () => NOTHING,
	};
}

/**
 * Reads only as fast as the client takes it. An error breaks the response off, so an export that ends is complete. The platform
 * logs such an error with its message, which for a query has the ids that it asked for: so it gets another.
 */
export function streamOf(chunks: AsyncIterator<Uint8Array, unknown, undefined>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(controller) {
			try {
				for (;;) {
					const { done, value } = await chunks.next();
					if (done) return controller.close();
					if (value.length > 0) return controller.enqueue(value);
				}
			} catch (error) {
				log("export_broke_off", { error: kindOf(error), at: error instanceof Error ? framesOf(error) : [] });
				throw new Error("an export broke off");
			}
		},
		async cancel() {
			await chunks.return?.();
		},
	});
}
