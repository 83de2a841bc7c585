import { describe, expect, it } from "vitest";
import { piecesOf } from "./row-pieces.ts";

const sizesOf = (rows: readonly object[]): number[] => [...piecesOf(rows)].map((piece) => piece.length);
const row = (characters: number) => ({ session: "", value: { deep: ["x".repeat(characters)] } });

describe("pieces of rows", () => {
	it("have all rows once, in their order", () => {
		const rows = Array.from({ length: 12_345 }, (_, index) => ({ index }));
		expect([...piecesOf(rows)].flat()).toEqual(rows);
	});

	it("are the rows themselves where they fit, and none where there are no rows", () => {
		const rows = [row(1), row(2)];
		expect([...piecesOf(rows)]).toEqual([rows]);
		expect([...piecesOf([])]).toEqual([]);
	});

	it("end at 5,000 rows", () => {
		expect(sizesOf(Array.from({ length: 10_001 }, () => row(0)))).toEqual([5_000, 5_000, 1]);
	});

	it("end before four million characters, wherever in a row these stand", () => {
		expect(sizesOf([row(2_000_000), row(2_000_000), row(1), row(3_999_999), row(1)])).toEqual([2, 2, 1]);
	});

	it("have a larger row alone", () => {
		expect(sizesOf([row(1), row(5_000_000), row(1)])).toEqual([1, 1, 1]);
	});
});
