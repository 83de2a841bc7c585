import { describe, expect, it } from "vitest";
import { readTypedNumber } from "./typed-number.ts";

describe("a number that was typed", () => {
	it.each([
		["42", 42],
		["007", 7],
		["+5", 5],
		["-7", -7],
		["−7", -7],
		["- 7", -7],
		["-0", 0],
		[" 3,5 ", 3.5],
		["3.5", 3.5],
		[".5", 0.5],
		["5.", 5],
		["0,125", 0.125],
		["0.125", 0.125],
		["1234,567", 1234.567],
		["1.2345", 1.2345],
		["50,00", 50],
		["1 234", 1234],
		["1\u00a0234", 1234],
		["1\u202f234,5", 1234.5],
		["1'234", 1234],
		["1’234.50", 1234.5],
		["1.234,5", 1234.5],
		["1,234.5", 1234.5],
		["1,234.567", 1234.567],
		["50,000.00", 50_000],
		["1,234,567", 1_234_567],
		["1.234.567", 1_234_567],
		["1.234.567,89", 1_234_567.89],
		["12,34,567", 1_234_567],
		["٤٢", 42],
		["٥٠", 50],
		["۴٫۵", 4.5],
		["٠٫١٢٥", 0.125],
		["١٬٢٣٤٫٥", 1234.5],
		["१२", 12],
		["४2", 42],
		["４２", 42],
		["３．５", 3.5],
		["\u200e42\u200f", 42],
		["\ufeff42", 42],
		["9007199254740991", 9_007_199_254_740_991],
	])("%j is %d", (typed, value) => expect(readTypedNumber(typed)).toEqual({ kind: "number", value }));

	it.each([
		["50,000", "50000", "50"],
		["50.000", "50000", "50"],
		["1.234", "1234", "1.2340"],
		["1,230", "1230", "1.23"],
		["-1,500", "-1500", "-1.5"],
		["５０，０００", "50000", "50"],
		["٥٠,٠٠٠", "50000", "50"],
	])("%j may be %s or %s", (typed, whole, decimal) => {
		expect(readTypedNumber(typed)).toEqual({ kind: "ambiguous", ways: [whole, decimal] });
		for (const way of [whole, decimal]) expect(readTypedNumber(way)).toMatchObject({ kind: "number" });
	});

	it.each([
		"",
		"  ",
		"forty",
		"1e3",
		"0x10",
		"Infinity",
		"NaN",
		"1,2,3",
		"1 2",
		"12 34",
		"1,23,4",
		"1.234,567.8",
		"1.234.56",
		"0,123,456",
		"5%",
		"$5",
		"5 kg",
		"--5",
		"5-",
		".",
		",",
		"-",
		"½",
		"9007199254740993",
		"12345678901234567890",
		"1 234 5",
	])("%j is none", (typed) => expect(readTypedNumber(typed)).toEqual({ kind: "none" }));

	it("keeps its value for numbers of any usual size", () => {
		for (const value of [0, 1, 12, 123, 1234, 123_456, 1_234_567.25, -0.5, 0.001])
			expect(readTypedNumber(String(value))).toEqual({ kind: "number", value });
	});
});
