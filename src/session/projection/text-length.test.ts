import { describe, expect, it } from "vitest";
import { lengthOf } from "./text-length.ts";

describe("the length of a text", () => {
	it.each([
		["", 0, 0],
		[" \n\t ", 4, 0],
		["one", 3, 1],
		["  two\twords\r\n", 13, 2],
		["a  b\n\nc", 7, 3],
		["👋🏽 hello", 8, 2],
	])("of %j is %i characters and %i words", (text, characters, words) => {
		expect(lengthOf(text)).toEqual({ characters, words });
	});
});
