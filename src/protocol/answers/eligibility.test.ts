import { expect, it } from "vitest";
import type { Json } from "../../shared/json.ts";
import type { EligibilityRule } from "../schema/schema.ts";
import { isEligible } from "./eligibility.ts";

const rule = (operators: Partial<EligibilityRule>): EligibilityRule => ({ form: "about", item: "q", ...operators });
const passes = (operators: Partial<EligibilityRule>, q: Json) => isEligible([rule(operators)], { about: { q } });

it.each<[Partial<EligibilityRule>, Json, boolean]>([
	[{ atLeast: 18 }, 18, true],
	[{ atLeast: 18 }, 17, false],
	[{ atMost: 65 }, 65, true],
	[{ atMost: 65 }, 66, false],
	[{ atLeast: 18, atMost: 65 }, 70, false],
	[{ equals: "yes" }, "yes", true],
	[{ equals: "yes" }, "no", false],
	[{ oneOf: ["a", "b"] }, "b", true],
	[{ oneOf: ["a", "b"] }, "c", false],
	[{ includes: "en" }, ["fr", "en"], true],
	[{ includes: "en" }, ["fr"], false],
	[{ includes: "en" }, "en", false],
	[{ atLeast: 18 }, "18", false],
	[{ atLeast: 0 }, null, false],
])("of %j, %j: %s", (operators, answer, expected) => expect(passes(operators, answer)).toBe(expected));

it("fails on an item that was left out", () => expect(isEligible([rule({ atMost: 5 })], { about: {} })).toBe(false));

it("says nothing of a form that is still to come", () => {
	const rules = [rule({ equals: 1 }), { form: "later", item: "x", equals: 2 }];
	expect(isEligible(rules, { about: { q: 1 } })).toBe(true);
	expect(isEligible(rules, { about: { q: 1 }, later: { x: 3 } })).toBe(false);
});

it("admits everybody if there are no rules", () => expect(isEligible([], {})).toBe(true));
