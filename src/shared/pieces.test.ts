import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PIECE_UNITS, piecesOf } from "./pieces.ts";

describe("piecesOf", () => {
	it("leaves a short text in one piece", () => {
		expect(piecesOf("")).toEqual([""]);
		expect(piecesOf("abc", 3)).toEqual(["abc"]);
	});

	it("cuts no character in half", () => expect(piecesOf("ab🙂🙂c", 3)).toEqual(["ab", "🙂", "🙂c"]));

	it("makes pieces that are well formed, short enough, and join to the same text", () =>
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (text, units) => {
				const pieces = piecesOf(text, units);
				expect(pieces.join("")).toBe(text);
				expect(pieces.every((piece) => piece.length <= units && piece.isWellFormed())).toBe(true);
			}),
		));

	it("makes pieces that fit into a row of 2 MB in every script", () => {
		const [largest] = piecesOf("語".repeat(PIECE_UNITS + 1));
		expect(new TextEncoder().encode(largest).length).toBeLessThan(1_900_000);
	});
});
