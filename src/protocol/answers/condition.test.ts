import { describe, expect, it } from "vitest";
import { isMet, leftOut } from "./condition.ts";

describe("a condition", () => {
	it.each([
		["an option that was taken", { equals: "daily" }, "daily", true],
		["another option", { equals: "daily" }, "never", false],
		["one of several taken options", { equals: "fr" }, ["en", "fr"], true],
		["several options that were not taken", { in: ["de", "it"] }, ["en", "fr"], false],
		["one of a list", { in: ["daily", "weekly"] }, "weekly", true],
		["a number in the range", { atLeast: 18, atMost: 30 }, 18, true],
		["a number above the range", { atLeast: 18, atMost: 30 }, 31, false],
		["a text where a number is compared", { atLeast: 18 }, "20", false],
		["no answer", { equals: "daily" }, undefined, false],
		["not applicable", { atMost: 5 }, null, false],
	])("given %s", (_what, condition, answer, met) => expect(isMet({ item: "use", ...condition }, answer)).toBe(met));
});

describe("the items that answers leave out", () => {
	const items = [
		{ id: "use" },
		{ id: "why", showIf: { item: "use", equals: "daily" } },
		{ id: "more", showIf: { item: "why", in: ["work"] } },
		{ id: "old", showIf: { form: "about", item: "age", atLeast: 65 } },
	];

	it("are those whose condition is not met", () =>
		expect(leftOut(items, { use: "daily", why: "fun" })).toEqual(["more"]));
	it("are all of a chain, whatever an item that was left out was answered", () =>
		expect(leftOut(items, { use: "never", why: "work" })).toEqual(["why", "more"]));
	it("are none once all conditions are met", () => expect(leftOut(items, { use: "daily", why: "work" })).toEqual([]));
});
