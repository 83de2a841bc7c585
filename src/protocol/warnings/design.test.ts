import { describe, expect, it } from "vitest";
import { conversations, served, single, warned, warningCases } from "../../../test/support/protocols/warned.ts";

describe("blinding", () => {
	warningCases([
		["pace_as_is", "double blind as it comes", { "/blinding": { pace: "as-is" } }, "/blinding/pace"],
		["pace_as_is", "single blind as it comes", { "/blinding": { level: "single", pace: "as-is" } }],
	]);
});

const tokens = (most: number) => ({ "/models/warm/maxOutputTokens": most, "/models/terse/maxOutputTokens": most });

describe("arms and models", () => {
	warningCases([
		[
			"single_arm",
			"one arm",
			{ ...conversations(single("talk")), "/arms": [{ id: "one", model: "warm" }], "/models": { warm: served() } },
			"/arms",
		],
		["same_arms", "the same prompt in other words of the protocol", { "/arms/2/system": undefined }, "/arms/2"],
		[
			"same_arms",
			"the same model under two names",
			{ "/models/terse": served(), "/arms/3/system": "Be brief." },
			"/arms/1",
		],
		[
			"same_arms",
			"a prompt of its own that is the shared one",
			{ "/system": "Be kind.", "/arms/1": { id: "two", model: "warm", system: "Be kind." }, "/arms/3/model": "terse" },
			"/arms/1",
		],
		["same_arms", "another prompt", { "/arms/2/system": "Answer in two sentences." }],
		["unused_model", "a model of no arm", { "/models/spare": served({ model: "spare" }) }, "/models/spare"],
		[
			"rehearsal_beside_models",
			"a rehearsal among models",
			{ "/models/terse": { provider: "rehearsal", character: "terse" } },
			"/arms/1/model",
			"/arms/3/model",
		],
		[
			"rehearsal_beside_models",
			"nothing but rehearsals",
			{
				"/models": {
					warm: { provider: "rehearsal", character: "warm" },
					terse: { provider: "rehearsal", character: "terse" },
				},
			},
		],
		[
			"unequal_reply_limits",
			"a shorter limit",
			{ "/models/terse/maxOutputTokens": 200 },
			"/models/terse/maxOutputTokens",
		],
		["unequal_reply_limits", "the same limit", { "/models/terse/maxOutputTokens": 400 }],
		[
			"replies_cut_short",
			"more tokens than a session can show",
			{ ...tokens(8000), "/recruitment/expiresAfter": "PT20M" },
			"/models/warm/maxOutputTokens",
			"/models/terse/maxOutputTokens",
		],
		["replies_cut_short", "as many as it can show", tokens(8000)],
	]);
});

describe("the design", () => {
	const each = conversations(single("talk", { arms: "each" }));
	const number = (more: object) => ({ "/forms/about/items/0": { id: "age", kind: "number", label: "Age?", ...more } });
	const stratum = { "/design/strata": ["answers.about.age"], "/eligibility": [] };
	const coin = { "/design/blockSize": undefined, "/design/method": "minimisation" };
	warningCases([
		["carry_over_confounded", "a Latin square", { ...each, "/design/order": "latin-square" }, "/design/order"],
		[
			"carry_over_confounded",
			"a Latin square of replies beside each other",
			{ "/conversations/0/arms": 1, "/design/order": "latin-square" },
		],
		["carry_over_confounded", "a Williams square", each],
		["one_arm_each", "one conversation with one arm", conversations(single("talk")), "/design/kind"],
		["one_arm_each", "the same in parallel groups", { ...conversations(single("talk")), "/design/kind": "parallel" }],
		["arms_not_all_met", "two of four arms", conversations(single("one"), single("two")), "/conversations"],
		["arms_not_all_met", "four of four arms", conversations(...["a", "b", "c", "d"].map((id) => single(id)))],
		["strata_of_numbers", "a number of any size", { ...number({ min: 0 }), ...stratum }, "/design/strata/0"],
		[
			"strata_of_numbers",
			"a hundred numbers",
			{ ...number({ min: 1, max: 100, step: 1 }), ...stratum, "/recruitment/quota/total": 800 },
			"/design/strata/0",
		],
		[
			"strata_of_numbers",
			"three numbers",
			{ ...number({ min: 1, max: 3, step: 1 }), ...stratum, "/recruitment/quota/total": 24 },
		],
		[
			"small_strata",
			"five levels",
			{ "/design/strata": ["answers.about.read", "answers.about.use"] },
			"/design/strata",
		],
		["small_strata", "two levels", { "/design/strata": ["answers.about.use"] }],
		["small_strata", "many levels under minimisation", { "/design/strata": ["answers.about.read"], ...coin }],
		[
			"allocation_foreseeable",
			"a sure coin",
			{ ...coin, "/design/minimisation": { probability: 1 } },
			"/design/minimisation/probability",
		],
		["allocation_foreseeable", "a biased coin", { ...coin, "/design/minimisation": { probability: 0.9 } }],
	]);
});

describe("topics", () => {
	const topics = (count: number, arms: 1 | "each") =>
		conversations(...Array.from({ length: count }, (_, index) => single(`t${index}`, { arms })));
	const quota = (total: number) => ({ "/recruitment/quota": { total }, "/design/blockSize": undefined });
	const total = "/recruitment/quota/total";
	warningCases([
		["topics_cut_short", "eight people, four arms in three topics", { ...topics(3, "each"), ...quota(8) }, total],
		["topics_cut_short", "twelve people, four arms in three topics", { ...topics(3, "each"), ...quota(12) }],
		[
			"topics_cut_short",
			"four people, an arm in each of four topics",
			{ ...topics(4, 1), ...quota(4), "/design/strata": [] },
			total,
		],
		["topics_cut_short", "eight people, an arm in each of four topics", { ...topics(4, 1), ...quota(8) }],
		[
			"topics_cut_short",
			"four people, topics drawn singly",
			{ ...topics(3, "each"), ...quota(8), "/design/order": "random" },
		],
		[
			"arms_not_all_met",
			"an arm in each of two topics",
			{ ...topics(2, "each"), ...quota(8), "/design/topics": "across" },
			"/conversations",
		],
		[
			"arms_not_all_met",
			"an arm in each of four topics",
			{ ...topics(4, "each"), ...quota(8), "/design/topics": "across" },
		],
	]);
});

describe("quotas", () => {
	const quota = (total: number, strata?: object) => ({ "/recruitment/quota": { total, ...(strata && { strata }) } });
	const byUse = { "/design/strata": ["answers.about.use"] };
	warningCases([
		["quota_ends_within_a_block", "20 places in blocks of 8", quota(20), "/recruitment/quota/total"],
		["quota_ends_within_a_block", "24 places in blocks of 8", quota(24)],
		["quota_ends_within_a_block", "a tenth of a percent too many", quota(8001)],
		["quota_ends_within_a_block", "20 places in blocks of 4 and 8", { ...quota(20), "/design/blockSize": [4, 8] }],
		[
			"quota_ends_within_a_block",
			"22 places in blocks of 4 and 8",
			{ ...quota(22), "/design/blockSize": [4, 8] },
			"/recruitment/quota/total",
		],
		[
			"quota_ends_within_a_block",
			"12 places of a stratum",
			{ ...byUse, ...quota(24, { daily: 12, never: 12 }) },
			"/recruitment/quota/strata/daily",
			"/recruitment/quota/strata/never",
		],
		[
			"quotas_do_not_add_up",
			"more places in strata",
			{ ...byUse, ...quota(24, { daily: 16, never: 16 }) },
			"/recruitment/quota/strata",
		],
		[
			"quotas_do_not_add_up",
			"fewer places in all strata",
			{ ...byUse, ...quota(24, { daily: 8, never: 8 }) },
			"/recruitment/quota/strata",
		],
		[
			"quotas_do_not_add_up",
			"fewer places in strata of attributes",
			{ ...quota(24, { "EU / daily": 8, "US / daily": 8 }) },
			"/recruitment/quota/strata",
		],
		["quotas_do_not_add_up", "a stratum left to the total", { ...byUse, ...quota(24, { daily: 8 }) }],
		["quotas_do_not_add_up", "the total", { ...byUse, ...quota(24, { daily: 8, never: 16 }) }],
	]);
	it("says which totals would be balanced", () =>
		expect(warned(quota(20))[0]?.detail).toContain("16 or 24 would be balanced"));
});
