import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.ts";
import { numberText } from "./number-text.ts";
import { sortedLevels, type Table } from "./table.ts";

function read(text: string): Table {
	const table = readCsv(text);
	if (!table.ok) throw new Error(table.error);
	return table.value;
}

const column = (text: string, name: string) => read(text).columns.get(name);

describe("columns of a CSV file", () => {
	it("are numbers, even in quotes, if every cell is a number or missing", () => {
		expect(column('x\n"1"\n 2.5 \nNA\n\n-3e2', "x")).toEqual({
			kind: "number",
			values: Float64Array.of(1, 2.5, Number.NaN, -300),
		});
	});

	it("are truth values or texts", () => {
		expect(column("x\nTRUE\nfalse\nT", "x")).toEqual({ kind: "logical", values: Float64Array.of(1, 0, 1) });
		expect(column("x,y\nTRUE,1\nmaybe,2\n,3", "x")).toEqual({ kind: "text", values: ["TRUE", "maybe", null] });
	});

	it("keep long ids distinct that would be equal as numbers", () => {
		expect(column("id\n9007199254740993\n9007199254740992", "id")?.kind).toBe("text");
	});

	it("are read with a byte order mark, semicolons, tabs, quotes and Windows line ends", () => {
		expect([...read("\uFEFFa;b\r\n1;2\r\n").columns.keys()]).toEqual(["a", "b"]);
		expect(column("a\tb\nx, y\t2\n", "a")).toEqual({ kind: "text", values: ["x, y"] });
		expect(column('a,b\n"x ""y""\nz",2\n', "a")).toEqual({ kind: "text", values: ['x "y"\nz'] });
	});

	it.each([
		["", /empty/],
		["a,b\n", /no rows/],
		["a,a\n1,2\n", /"a" occurs twice in the header/],
		["a,b\n1,2,3\n", /not valid CSV/],
		['a,b\n"1,2\n', /not valid CSV/],
	])("are refused with a clear error if the file is malformed: %j", (text, message) => {
		expect(readCsv(text)).toEqual({ ok: false, error: expect.stringMatching(message) });
	});
});

describe("levels and numbers", () => {
	it("are ordered as R orders texts in an English locale", () => {
		expect(sortedLevels(["b", "A", "a", "B", "10", "9", "control", "Treatment"])).toEqual([
			"10",
			"9",
			"a",
			"A",
			"b",
			"B",
			"control",
			"Treatment",
		]);
	});

	it.each([
		[1, "1"],
		[100000, "1e+05"],
		[123456, "123456"],
		[0.0001, "1e-04"],
		[0.001, "0.001"],
		[-2.5, "-2.5"],
		[1e-20, "1e-20"],
		[1 / 3, "0.333333333333333"],
		[1e15, "1e+15"],
		[123456789012, "123456789012"],
	])("%d is written as R writes it", (value, text) => {
		expect(numberText(value)).toBe(text);
	});
});
