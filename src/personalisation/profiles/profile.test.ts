import { describe, expect, it } from "vitest";
import { fieldText, NO_PROFILE, normalisedValue } from "./profile.ts";

const text = (profile: (typeof NO_PROFILE)["profile"], field: string) => fieldText({ ...NO_PROFILE, profile }, field);

describe("normalisedValue", () => {
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
	])("turns %j into %j", (given, stored) => expect(normalisedValue(given)).toEqual(stored));
});

describe("PRISM's slider for another preference", () => {
	const stated = (other_text: string | null) => ({ stated_prefs: { values: 90, other: 50, other_text } });

	it("is ignored without its text", () => {
		expect(text(stated(null), "profile.stated_prefs")).toBe("values: 90");
		expect(text(stated(null), "profile.stated_prefs.other")).toBeNull();
	});

	it("counts together with its text", () => {
		expect(text(stated("humour"), "profile.stated_prefs")).toBe("values: 90, other: 50, other_text: humour");
		expect(text(stated("humour"), "profile.stated_prefs.other")).toBe("50");
		expect(text({ x: { other: 50 } }, "profile.x")).toBe("other: 50");
	});
});
