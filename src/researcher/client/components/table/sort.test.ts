import { describe, expect, it } from "vitest";
import { sorted } from "./sort.ts";

const same = (value: string | number | null) => value;

describe("the order of a table", () => {
	it("sorts numbers by size, and texts with numbers as people do", () => {
		expect(sorted([10, 9, 100], same, false)).toEqual([9, 10, 100]);
		expect(sorted(["P10", "P9", "a"], same, false)).toEqual(["a", "P9", "P10"]);
	});

	it("keeps missing values at the end in both directions", () => {
		expect(sorted([null, 1, 2], same, false)).toEqual([1, 2, null]);
		expect(sorted([null, 1, 2], same, true)).toEqual([2, 1, null]);
	});

	it("keeps equal rows in their order", () => {
		const rows = [
			{ id: "x", n: 1 },
			{ id: "y", n: 1 },
		];
		expect(sorted(rows, ({ n }) => n, true).map(({ id }) => id)).toEqual(["x", "y"]);
	});
});
