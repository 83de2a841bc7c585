import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../test/support/protocol.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];

const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

describe("eligibility", () => {
	const rule = (given: object) => ({ "/eligibility/0": { form: "about", item: "age", ...given } });
	cases([
		["without an operator", rule({}), "/eligibility/0"],
		["on a form that is not there", rule({ form: "abut", atLeast: 18 }), "/eligibility/0/form"],
		["on an item that is not there", rule({ item: "agee", atLeast: 18 }), "/eligibility/0/item"],
		["on a form that comes too late", rule({ form: "mood", item: "good", atLeast: 18 }), "/eligibility/0/form"],
		["by an operator of another kind", rule({ item: "use", atLeast: 1, equals: "daily" }), "/eligibility/0/atLeast"],
		["on one of several options", rule({ item: "langs", includes: "en" })],
		["on what is no option", rule({ item: "use", oneOf: ["daily", "weekly"] }), "/eligibility/0/oneOf/1"],
		["on a number out of range", rule({ atLeast: 121 }), "/eligibility/0/atLeast"],
		["on a truth value", rule({ equals: true }), "/eligibility/0/equals"],
		["that nobody could pass", rule({ atLeast: 40, atMost: 30 }), "/eligibility/0"],
	]);
});

describe("recruitment", () => {
	cases([
		[
			"a quota by strata that the design has not",
			{ "/design/strata": [], "/recruitment/quota/strata": { x: 1 } },
			"/recruitment/quota/strata",
		],
		[
			"a quota of half a stratum",
			{ "/recruitment/quota/strata": { "EU / daily": 9, EU: 9 } },
			"/recruitment/quota/strata/EU",
		],
		["more failed checks than a participant meets", { "/checks/failAfter": 2 }, "/checks/failAfter"],
		["failed checks of which there are none", { "/forms/about/items/4/correct": undefined }, "/checks/failAfter"],
		[
			"a check after each of four conversations counts four times",
			{
				"/forms/mood/items/0": { id: "good", kind: "likert", label: "2?", correct: 2 },
				"/checks/failAfter": 5,
			},
		],
		[
			"two parameters of one name",
			{ "/recruitment/prolific/parameters": { study: "PROLIFIC_PID" } },
			"/recruitment/prolific/parameters",
		],
		[
			"an origin with a path",
			{ "/recruitment/returnUrls": ["https://a.example/", "https://a.example/x"] },
			"/recruitment/returnUrls/1",
		],
		["a session that ends before it begins", { "/recruitment/expiresAfter": "PT0S" }, "/recruitment/expiresAfter"],
	]);
});
