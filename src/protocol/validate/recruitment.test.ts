import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../test/support/protocols/protocol.ts";

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

describe("links of sources", () => {
	const link = (over: object = {}, source = "limesurvey") => ({
		"/recruitment/links": { [source]: { parameters: { participant: "rid" }, ...over } },
	});
	cases([
		[
			"with all that they can have",
			{
				...link({ parameters: { participant: "rid", returnUrl: "ret", pool: "t" }, attributes: { region: "r" } }),
				"/recruitment/returnUrls": ["https://survey.example.org"],
			},
		],
		["of a source with a meaning of its own", link({}, "prolific"), "/recruitment/links/prolific"],
		["with one parameter for two fields", link({ attributes: { region: "rid" } }), "/recruitment/links/limesurvey"],
		["with the parameter of signatures", link({ parameters: { participant: "sig" } }), "/recruitment/links/limesurvey"],
		[
			"that return nowhere",
			{ ...link({ parameters: { participant: "rid", returnUrl: "ret" } }), "/recruitment/returnUrls": [] },
			"/recruitment/links/limesurvey/parameters/returnUrl",
		],
		[
			"with an attribute that JavaScript has",
			link({ attributes: { constructor: "c" } }),
			"/recruitment/links/limesurvey/attributes/constructor",
		],
		[
			"with a parameter that is written in several ways",
			link({ parameters: { participant: "r id" } }),
			"/recruitment/links/limesurvey/parameters/participant",
		],
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
		[
			"a quota of a level too many",
			{ "/recruitment/quota/strata": { "EU / daily / x": 9 } },
			"/recruitment/quota/strata/EU ~1 daily ~1 x",
		],
		[
			"a quota of what nobody can answer",
			{ "/recruitment/quota/strata": { "EU / daily": 9, "EU / dayly": 9 } },
			"/recruitment/quota/strata/EU ~1 dayly",
		],
		["a quota of who gave no answer", { "/recruitment/quota/strata": { "EU / (none)": 0, "(none) / never": 4 } }],
		[
			"a quota by numbers: in range, on the grid, and written as they are stored",
			{
				"/design/strata": ["answers.about.age", "answers.about.read"],
				"/recruitment/quota/strata": { "18 / 2": 1, "0 / 5": 1, "121 / 2": 1, "18 / 2.5": 1, "18 / 02": 1, " / 1": 1 },
			},
			"/recruitment/quota/strata/121 ~1 2",
			"/recruitment/quota/strata/18 ~1 2.5",
			"/recruitment/quota/strata/18 ~1 02",
			"/recruitment/quota/strata/ ~1 1",
		],
		[
			"a quota of an option that holds the separator",
			{
				"/forms/about/items/1/options": [
					{ value: "now / then", label: "Now and then" },
					{ value: " never", label: "Never" },
				],
				"/recruitment/quota/strata": { "EU / now %2F then": 1, "EU / never": 1, "EU / now %2F than": 1 },
			},
			"/recruitment/quota/strata/EU ~1 now %2F than",
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
			"a parameter with the name of a signature",
			{ "/recruitment/prolific/parameters": { session: "prolific_token" } },
			"/recruitment/prolific/parameters",
		],
		["a format of ids that is a regular expression", { "/recruitment/idFormat": "R_[A-Za-z0-9]{15}" }],
		["the format of Prolific's ids", { "/recruitment/idFormat": "prolific" }],
		["a format of ids with a lookahead", { "/recruitment/idFormat": "(?=a)a+" }, "/recruitment/idFormat"],
		["a format of ids with a backreference", { "/recruitment/idFormat": "(a)\\1" }, "/recruitment/idFormat"],
		["a format of ids that nobody can read", { "/recruitment/idFormat": "[0-9" }, "/recruitment/idFormat"],
		["a format of ids that is too large", { "/recruitment/idFormat": "(x?){1000}x{1000}" }, "/recruitment/idFormat"],
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
