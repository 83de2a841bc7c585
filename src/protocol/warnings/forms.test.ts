import { describe } from "vitest";
import type { Changes } from "../../../test/support/protocols/protocol.ts";
import { SINGLE_ALONE, single, type WarningCase, warningCases } from "../../../test/support/protocols/warned.ts";

const option = (value: string, label = value) => ({ value, label });

describe("conversations", () => {
	const asked = { "/conversations/0/after": [], "/conversations/2/after": [] };
	const unasked: Changes = {
		...SINGLE_ALONE,
		"/forms/mood": undefined,
		"/conversations": [single("talk", { arms: "each" })],
	};
	warningCases([
		["identical_samples", "temperature 0", { "/models/warm/temperature": 0 }, "/conversations/1/laterCandidates"],
		["identical_samples", "a fixed seed", { "/models/warm/seed": 7 }, "/conversations/1/laterCandidates"],
		["identical_samples", "one later candidate", { "/models/warm/seed": 7, "/conversations/1/laterCandidates": 1 }],
		["identical_samples", "one turn", { "/models/warm/seed": 7, "/conversations/1/turns": { max: 1 } }],
		["nothing_measured", "no form behind the conversations", unasked, "/conversations"],
		[
			"nothing_measured",
			"a choice of replies alone",
			{
				...SINGLE_ALONE,
				"/forms/mood": undefined,
				"/conversations": [single("best", { layout: "best-of", arms: 2 })],
			},
		],
		["nothing_measured", "a form in the flow alone", { ...asked, "/forms/mood": undefined, "/forms/panes": undefined }],
	]);
});

describe("forms", () => {
	const likert = { id: "liked", kind: "likert", label: "Liked?" };
	const check = (correct: string) => ({
		id: "check",
		kind: "choice",
		label: "Choose.",
		options: [option("a"), option("b")],
		correct,
	});
	const at = "/forms/mood/items/1";
	warningCases([
		["scale_without_labels", "no labels", { [at]: likert }, at],
		["scale_without_labels", "one label", { [at]: { ...likert, minLabel: "No" } }, at],
		["scale_without_labels", "both labels", { [at]: { ...likert, minLabel: "No", maxLabel: "Yes" } }],
		["scale_without_labels", "an attention check", { [at]: { ...likert, correct: 2 } }],
		["check_passed_by_first_option", "the first option", { [at]: check("a") }, `${at}/correct`],
		["check_passed_by_first_option", "the second option", { [at]: check("b") }],
		[
			"options_look_alike",
			"the same label twice",
			{ [at]: { ...check("b"), options: [option("a", "A"), option("b", "A ")] } },
			`${at}/options/1/label`,
		],
		[
			"shuffled_info",
			"an introduction in a drawn order",
			{ [at]: { id: "intro", kind: "info", label: "Now:" }, "/forms/mood/shuffle": true },
			at,
		],
		["shuffled_info", "an introduction in its place", { [at]: { id: "intro", kind: "info", label: "Now:" } }],
	]);
});

describe("eligibility", () => {
	const rules = (...list: object[]) => ({ "/eligibility": list.map((rule) => ({ form: "about", ...rule })) });
	warningCases([
		["rule_admits_everybody", "at least the smallest", rules({ item: "age", atLeast: 0 }), "/eligibility/0"],
		["rule_admits_everybody", "at least more than that", rules({ item: "age", atLeast: 1 })],
		["rule_admits_everybody", "all options", rules({ item: "use", oneOf: ["daily", "never"] }), "/eligibility/0"],
		["rule_admits_everybody", "one option", rules({ item: "use", oneOf: ["daily"] })],
		["rule_admits_everybody", "all points of a scale", rules({ item: "read", atMost: 5 }), "/eligibility/0"],
		[
			"rule_admits_everybody",
			"whoever answers",
			{ ...rules({ item: "age", atLeast: 0 }), "/forms/about/items/0/required": false },
		],
		[
			"rules_admit_nobody",
			"older and younger",
			rules({ item: "age", atLeast: 40 }, { item: "age", atMost: 30 }),
			"/eligibility/1",
		],
		[
			"rules_admit_nobody",
			"two options at once",
			rules({ item: "use", equals: "daily" }, { item: "use", equals: "never" }),
			"/eligibility/1",
		],
		[
			"rules_admit_nobody",
			"two words at once",
			rules({ item: "words", equals: "a" }, { item: "words", oneOf: ["b", "c"] }),
			"/eligibility/1",
		],
		["rules_admit_nobody", "a range", rules({ item: "age", atLeast: 30 }, { item: "age", atMost: 40 })],
		[
			"rules_admit_nobody",
			"two of several options",
			rules({ item: "langs", includes: "en" }, { item: "langs", includes: "fr" }),
		],
		[
			"rules_admit_nobody",
			"two of one option",
			{ ...rules({ item: "langs", includes: "en" }, { item: "langs", includes: "fr" }), "/forms/about/items/2/max": 1 },
			"/eligibility/1",
		],
	]);
});

describe("recruitment", () => {
	const link = (more: object): Changes => ({
		"/recruitment/links": { tool: { parameters: { participant: "id" }, ...more } },
	});
	warningCases([
		["expires_before_the_end", "ten minutes", { "/recruitment/expiresAfter": "PT10M" }, "/recruitment/expiresAfter"],
		["expires_before_the_end", "an hour", { "/recruitment/expiresAfter": "PT1H" }],
		[
			"exits_share_a_code",
			"two exits of one code",
			{ "/recruitment/prolific/exits/screened_out/code": "C1" },
			"/recruitment/prolific/exits/screened_out/code",
		],
		[
			"exit_without_code",
			"no code for people who withdraw",
			{ "/recruitment/prolific/exits/withdrawn": undefined },
			"/recruitment/prolific/exits/withdrawn",
		],
		["exit_without_code", "no Prolific", { "/recruitment/prolific": undefined }],
		["stratum_not_in_link", "a link without the region", link({}), "/recruitment/links/tool"],
		["stratum_not_in_link", "a link with the region", link({ attributes: { region: "r" } })],
		["stratum_not_in_link", "a stratum that is asked", { ...link({}), "/design/strata": ["answers.about.use"] }],
	]);
});

describe("the stated duration", () => {
	const says = (text: string, duration = "PT25M") => ({ "/duration": duration, "/consent/text": text });
	warningCases([
		["duration_differs", "another figure", says("It takes 40 minutes."), "/duration"],
		["duration_differs", "two other figures", says("Between 10 and 20 minutes, then 40-minute rest."), "/duration"],
		["duration_differs", "the same figure", says("It takes about 25 minutes.")],
		["duration_differs", "a range around it", says("It takes 20–30 min.")],
		["duration_differs", "another figure in Japanese", says("所要時間は約40分です。"), "/duration"],
		["duration_differs", "a part of a minute, which counts as a minute", says("It takes 3 minutes.", "PT2M20S")],
		["duration_differs", "no figure", says("You may stop at any time.")],
		[
			"expires_before_the_end",
			"an hour for a study of two",
			{
				...says("It takes 120 minutes.", "PT2H"),
				"/recruitment/expiresAfter": "PT1H",
			},
			"/recruitment/expiresAfter",
		],
	]);
});

describe("texts", () => {
	const left = (text: string, ...pointers: string[]): WarningCase => [
		"placeholder_in_text",
		text,
		{ "/consent/text": text },
		...pointers,
	];
	warningCases([
		...[
			"Dear {{name}}",
			`Dear $${"{e://Field/Name}"}`,
			"Ask [INSERT NAME].",
			"[Your university] asks.",
			"TODO: risks",
			"Lorem ipsum dolor",
			"Call XXXX.",
		].map((text) => left(text, "/consent/text")),
		...["Ask [your doctor](https://example.org).", "Esto es todo.", "Louis XXX", "a [note] here", "{ } $5"].map(
			(text) => left(text),
		),
		[
			"placeholder_in_text",
			"in an option",
			{ "/forms/about/items/1/options/0/label": "<<label>>" },
			"/forms/about/items/1/options/0/label",
		],
	]);
	const english = "You will talk to assistants and say which of them you liked better, and why.";
	const japanese =
		"この調査では、AIアシスタントと会話し、どちらがよかったかを答えていただきます。途中でやめることもできます。";
	warningCases([
		[
			"texts_in_another_script",
			"English in a Japanese study",
			{ "/language": "ja", "/consent/text": english },
			"/language",
		],
		["texts_in_another_script", "Japanese in an English study", { "/consent/text": japanese.repeat(20) }, "/language"],
		[
			"texts_in_another_script",
			"Japanese in a Japanese study",
			{ "/language": "ja", "/consent/text": japanese.repeat(20) },
		],
		["texts_in_another_script", "a language that nobody knows", { "/language": "qqq", "/consent/text": english }],
	]);
});
