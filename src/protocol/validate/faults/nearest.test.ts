import { describe, expect, it } from "vitest";
import { didYouMean, editDistance, nearest } from "./nearest.ts";

const FORMS = ["about", "experience", "ranking", "stated-prefs"];

describe("the nearest name", () => {
	it.each([
		["abuot", "about"],
		["abot", "about"],
		["About", "about"],
		["experiance", "experience"],
		["stated_prefs", "stated-prefs"],
		["statedprefs", "stated-prefs"],
		["rankings", "ranking"],
	])("of %s is %s", (written, meant) => expect(nearest(written, FORMS)).toBe(meant));

	it.each(["later", "demographics", "", "a", "boat"])("of %s is none", (written) =>
		expect(nearest(written, FORMS)).toBeNull(),
	);

	it("is the first of two that are equally near", () => expect(nearest("fore", ["form", "fork"])).toBe("form"));

	it("ends a sentence, or adds nothing to it", () => {
		expect(didYouMean("abuot", FORMS)).toBe(' Did you mean "about"?');
		expect(didYouMean("later", FORMS)).toBe("");
	});
});

describe("the distance of two words", () => {
	it.each([
		["", "", 0],
		["", "abc", 3],
		["abc", "abc", 0],
		["abuot", "about", 1],
		["kitten", "sitting", 3],
		["ca", "abc", 3],
	])("%j and %j is %d", (one, other, distance) => {
		expect(editDistance(one, other)).toBe(distance);
		expect(editDistance(other, one)).toBe(distance);
	});
});
