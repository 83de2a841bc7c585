import { describe, expect, it } from "vitest";
import { fieldText, NO_PROFILE, settled } from "./profile.ts";

const text = (profile: (typeof NO_PROFILE)["profile"], field: string) => fieldText({ ...NO_PROFILE, profile }, field);

describe("what is stored", () => {
	it.each([
		["\n\t \u00a0", null],
		["", null],
		[[], null],
		[{ other: 50, other_text: "" }, null],
		[{}, null],
		[["", null, [" "]], null],
		[{ a: null, b: { c: "\n" } }, null],
		[
			["a", ""],
			["a", null],
		],
		[
			{ a: 0, b: false, c: [] },
			{ a: 0, b: false, c: null },
		],
		[" kept as it is ", " kept as it is "],
	])("of %j is %j: nothing has one form", (given, stored) => expect(settled(given)).toEqual(stored));
});

describe("a slider that is always set", () => {
	const stated = (other_text: string | null) => ({ stated_prefs: { values: 90, other: 50, other_text } });

	it("says nothing where nobody said what it is of", () => {
		expect(text(stated(null), "profile.stated_prefs")).toBe("values: 90");
		expect(text(stated(null), "profile.stated_prefs.other")).toBeNull();
	});

	it("counts with what it is of", () => {
		expect(text(stated("humour"), "profile.stated_prefs")).toBe("values: 90, other: 50, other_text: humour");
		expect(text(stated("humour"), "profile.stated_prefs.other")).toBe("50");
		expect(text({ x: { other: 50 } }, "profile.x")).toBe("other: 50");
	});
});
