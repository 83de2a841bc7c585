import { describe, expect, it } from "vitest";
import { wholeSentences } from "./screen-reader.ts";

describe("the part of a growing reply that is read aloud", () => {
	it.each([
		["Half a sen", 0],
		["One. Tw", 5],
		["One. Two! Three", 10],
		["3.5 is a num", 0],
	])("of %j are %i characters whole", (text, length) => expect(wholeSentences(text, "en")).toBe(length));

	it("ends at the sentence marks of other scripts", () => expect(wholeSentences("一つ目。二つ目。三つ", "ja")).toBe(8));
});
