import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import type { Field } from "../field.ts";
import type { Row, Table } from "../table.ts";

type Element = ParquetWriter["schema"][number];
type Kind = Pick<Element, "type" | "converted_type">;

const TEXT: Kind = { type: "BYTE_ARRAY", converted_type: "UTF8" };
/** Objects, lists and values of several types are text, written as in CSV. */
const KINDS: Readonly<Record<Field["type"], Kind>> = {
	string: TEXT,
	object: TEXT,
	array: TEXT,
	any: TEXT,
	integer: { type: "INT64" },
	number: { type: "DOUBLE" },
	boolean: { type: "BOOLEAN" },
	datetime: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/**
 * Writes an Apache Parquet file in pieces: `rows` gives the bytes of one row group, `end` those of the footer. Every column may
 * be null. Times are UTC in milliseconds.
 */
export class ParquetFile {
	readonly #fields: readonly Field[];
	readonly #bytes = new ByteWriter();
	readonly #writer: ParquetWriter;

	constructor({ fields }: Pick<Table, "fields">) {
		this.#fields = fields;
		const root: Element = { name: "root", num_children: fields.length };
		const columns = fields.map(({ name, type }): Element => ({ name, repetition_type: "OPTIONAL", ...KINDS[type] }));
		this.#writer = new ParquetWriter({ writer: this.#bytes, schema: [root, ...columns], createdBy: "crossover" });
	}

	rows(rows: readonly Row[]): Uint8Array<ArrayBuffer> {
		if (rows.length === 0) return this.#taken();
		const columnData = this.#fields.map(({ name, type }) => ({ name, data: rows.map((row) => cell(type, row[name])) }));
		this.#writer.write({ columnData, rowGroupSize: rows.length });
		return this.#taken();
	}

	end(): Uint8Array<ArrayBuffer> {
		this.#writer.finish();
		return this.#taken();
	}

	/** The writer counts offsets apart from its buffer, so the buffer can be emptied. */
	#taken(): Uint8Array<ArrayBuffer> {
		const taken = this.#bytes.getBytes().slice();
		this.#bytes.index = 0;
		return taken;
	}
}

function cell(type: Field["type"], value: unknown): unknown {
	if (value === null || value === undefined) return null;
	switch (type) {
		case "integer":
			return BigInt(Number(value));
		case "datetime":
			return BigInt(Date.parse(String(value)));
		case "number":
			return Number(value);
		case "boolean":
			return Boolean(value);
		default:
			return typeof value === "string" ? value : JSON.stringify(value);
	}
}
