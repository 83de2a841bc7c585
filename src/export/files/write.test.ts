import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it, vi } from "vitest";
import { field } from "../field.ts";
import type { Row, Source, Table } from "../table.ts";
import { type CsvOptions, streamOf, written } from "./write.ts";

const PAGES: readonly (readonly Row[])[] = [
	[
		{ label: "K7", rank: 1, min: 0.5, chosen: true, rated_at: "2026-01-02T03:04:05.678Z", value: '=1+1 "ä"\r\n😀' },
		{ label: "", rank: null, min: null, chosen: null, rated_at: null, value: null },
	],
	[],
	[{ label: "-x", rank: 2 ** 40, min: 3, chosen: false, rated_at: "2026-01-02T03:04:05.000Z", value: ["a", 1] }],
];

const table: Table = {
	name: "mixed",
	title: "All types",
	byPool: true,
	fields: [
		field("label", "string"),
		field("rank", "integer"),
		field("min", "number"),
		field("chosen", "boolean"),
		field("rated_at", "datetime"),
		field("value", "any"),
	],
	pages: async function* () {
		yield* PAGES;
	},
};
const empty: Table = { ...table, pages: async function* () {} };

async function bytesOf(of: Table, format: "csv" | "jsonl" | "parquet", options?: CsvOptions): Promise<Uint8Array> {
	const chunks: number[] = [];
	for await (const chunk of await written(of, format, {} as Source, options)) chunks.push(...chunk);
	return new Uint8Array(chunks);
}
const textOf = async (format: "csv" | "jsonl", options?: CsvOptions): Promise<string> =>
	new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await bytesOf(table, format, options));

describe("CSV", () => {
	it("has the exact texts, and distinguishes an empty text from a missing one", async () => {
		const [head, first, second] = (await textOf("csv")).split(/\r\n(?=label|"K7"|""|"-x")/);
		expect(head).toBe('"label","rank","min","chosen","rated_at","value"');
		expect(first).toBe('"K7",1,0.5,true,"2026-01-02T03:04:05.678Z","=1+1 ""ä""\r\n😀"');
		expect(second).toBe('"",,,,,');
	});

	it("gets an apostrophe before formulas only if that is requested", async () => {
		expect(await textOf("csv")).not.toContain("'");
		const guarded = await textOf("csv", { guardsFormulas: true });
		expect(guarded).toContain(`"'=1+1 ""ä""`);
		expect(guarded).toContain(`"'-x"`);
	});

	it("begins with a byte order mark only if that is requested", async () => {
		expect((await bytesOf(table, "csv", { hasBom: true })).slice(0, 4)).toEqual(
			new Uint8Array([0xef, 0xbb, 0xbf, '"'.charCodeAt(0)]),
		);
		expect((await textOf("csv")).startsWith('"label"')).toBe(true);
	});
});

describe("Parquet", () => {
	const read = async (of: Table) => {
		const { buffer } = await bytesOf(of, "parquet");
		return {
			meta: parquetMetadata(buffer as ArrayBuffer),
			rows: await parquetReadObjects({ file: buffer as ArrayBuffer }),
		};
	};

	it("has each value in the column's type, over several pages", async () => {
		const { meta, rows } = await read(table);
		expect(meta.row_groups.map(({ num_rows }) => num_rows)).toEqual([2n, 1n]);
		expect(rows).toEqual(
			[
				{
					label: "K7",
					rank: 1n,
					min: 0.5,
					chosen: true,
					rated_at: new Date("2026-01-02T03:04:05.678Z"),
					value: '=1+1 "ä"\r\n😀',
				},
				{ label: "" },
				{
					label: "-x",
					rank: 2n ** 40n,
					min: 3,
					chosen: false,
					rated_at: new Date("2026-01-02T03:04:05Z"),
					value: '["a",1]',
				},
			].map((row) => ({ rank: null, min: null, chosen: null, rated_at: null, value: null, ...row })),
		);
	});

	it("has all columns also without rows", async () => {
		const { meta, rows } = await read(empty);
		expect(rows).toEqual([]);
		expect(meta.schema.slice(1).map(({ name }) => name)).toEqual(table.fields.map(({ name }) => name));
	});
});

describe("JSON Lines", () => {
	it("have one row a line", async () => {
		const lines = (await textOf("jsonl")).trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line))).toEqual(PAGES.flat());
	});
});

describe("an export that fails in the middle", () => {
	it("breaks off, and neither the error nor the log says what was asked for", async () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => {});
		const failing = async function* () {
			yield new Uint8Array([1]);
			const cause = new Error("D1_ERROR: no such table: candidates: SQLITE_ERROR");
			throw new Error("Failed query: select text from candidates params: se_secret", { cause });
		};
		const reader = streamOf(failing()).getReader();
		expect((await reader.read()).value).toEqual(new Uint8Array([1]));
		await expect(reader.read()).rejects.toThrow(/^an export broke off$/);
		const [line] = logged.mock.calls.map(([text]) => JSON.parse(String(text)));
		expect(line).toMatchObject({ level: "error", event: "export_broke_off", error: "SQLITE_ERROR" });
		expect(JSON.stringify(line)).not.toContain("se_secret");
		logged.mockRestore();
	});
});
