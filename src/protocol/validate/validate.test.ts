import { describe, expect, it } from "vitest";
import { type Changes, changed, faultsAfter, STUDY } from "../../../test/support/protocols/protocol.ts";
import { parseProtocol } from "../parse/parse.ts";
import { protocolSchema } from "../schema/schema.ts";
import { draftWarnings } from "../warnings/warnings.ts";
import { validateDraft } from "./validate.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];
const adapter = (more: object) => ({ kind: "adapter", ...more });
const prompt = (template: string) => ({ kind: "prompt", template });

const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

describe("a sound study", () => {
	cases([["has no fault", {}]]);
});

describe("texts that participants read", () => {
	cases([
		[
			"a title, an instruction and labels of characters that nobody sees",
			{
				"/title": "\u200b",
				"/conversations/0/instructions": "\u3164",
				"/forms/about/items/0/label": "\u2800",
				"/forms/about/items/1/options/0/label": "\u00ad",
			},
			"/title",
			"/conversations/0/instructions",
			"/forms/about/items/0/label",
			"/forms/about/items/1/options/0/label",
		],
	]);
});

describe("the language", () => {
	cases([
		["that is a tag", { "/language": "zh-Hant-HK" }],
		["that only looks like one", { "/language": "en-latin1-latin1" }, "/language"],
	]);
});

describe("models and arms", () => {
	cases([
		["two arms of one id", { "/arms/1/id": "one" }, "/arms/1/id"],
		["a model that is not there", { "/arms/0/model": "cold" }, "/arms/0/model"],
		["a model that only an object's prototype has", { "/arms/0/model": "constructor" }, "/arms/0/model"],
		["an adapter's model without an adapter", { "/arms/0/model": "tuned" }, "/arms/0/model"],
		[
			"an adapter without an adapter's model",
			{ "/arms/0/personalisation": adapter({ scope: "participant" }) },
			"/arms/0/model",
		],
		[
			"an adapter in a field of the body",
			{
				"/models/base/providerOptions": { extra: [{ user: "{{adapter}}" }] },
				"/arms/0": { id: "one", model: "base", personalisation: adapter({ scope: "shared", adapter: "pooled-1" }) },
			},
		],
		["another placeholder in a model", { "/models/base/model": "{{model}}" }, "/models/base/model"],
		[
			"another placeholder deep in a body",
			{ "/models/base/providerOptions": { a: ["{{x}}"] } },
			"/models/base/providerOptions/a/0",
		],
		["an open brace in a model", { "/models/base/model": "{{adapter" }, "/models/base/model"],
		[
			"a pooled adapter to fall back on that no arm has",
			{
				"/arms/0": { id: "one", model: "tuned", personalisation: adapter({ scope: "participant", missing: "pooled" }) },
			},
			"/arms/0/personalisation/missing",
		],
		[
			"a pooled adapter to fall back on",
			{
				"/arms/0": { id: "one", model: "tuned", personalisation: adapter({ scope: "participant", missing: "pooled" }) },
				"/arms/1": { id: "two", model: "tuned", personalisation: adapter({ scope: "shared", adapter: "pooled-1" }) },
			},
		],
		[
			"a template of all kinds of fields",
			{
				"/arms/0/personalisation": prompt("{{profile.a_b.c-d}} {{ attributes.region }} {{history}}"),
			},
		],
		[
			"a template that names no field",
			{ "/arms/0/personalisation": prompt("Hello.") },
			"/arms/0/personalisation/template",
		],
		[
			"a template with strange fields",
			{
				"/arms/0/personalisation": prompt("{{profile}} {{name}} {{history}}"),
			},
			"/arms/0/personalisation/template",
			"/arms/0/personalisation/template",
		],
		[
			"a template with an open brace",
			{ "/arms/0/personalisation": prompt("{{profile.a} }") },
			"/arms/0/personalisation/template",
		],
		[
			"a template in a system prompt",
			{ "/system": "Dear {{profile.a}}", "/arms/1/system": "{{x}}" },
			"/arms/1/system",
			"/system",
		],
	]);
});

const talk = (arms: 1 | "each") => ({
	id: "talk",
	title: "Talk",
	instructions: "Talk.",
	layout: "single",
	arms,
	turns: { max: 2 },
});

describe("the design", () => {
	cases([
		["a block of half a set", { "/design/blockSize": 6 }, "/design/blockSize"],
		["one of several blocks that is no whole set", { "/design/blockSize": [4, 6, 8] }, "/design/blockSize/1"],
		[
			"an odd number of arms, of which the set is twice as large",
			{
				"/arms/3": undefined,
				"/arms": [
					{ id: "a", model: "warm" },
					{ id: "b", model: "warm" },
					{ id: "c", model: "warm" },
				],
				"/conversations/1/arms": 3,
				"/design/blockSize": 9,
			},
			"/design/blockSize",
		],
		["a Latin square of whole sets", { "/design/order": "latin-square", "/design/blockSize": 4 }],
		["blocks of orders that are drawn on their own", { "/design/order": "random" }, "/design/blockSize"],
		["blocks under minimisation", { "/design/method": "minimisation" }, "/design/blockSize"],
		["settings of minimisation without it", { "/design/minimisation": {} }, "/design/minimisation"],
		[
			"a weight of what is no stratum",
			{
				"/design/method": "minimisation",
				"/design/blockSize": undefined,
				"/design/minimisation": { weights: { "attributes.region": 2, "attributes.age": 1 } },
			},
			"/design/minimisation/weights/attributes.age",
		],
		["topics of one conversation", { "/design/topics": "within" }, "/design/topics"],
		["topics of two", { "/design/topics": "within", "/conversations/3": talk("each") }],
		[
			"topics with all arms, one of which has one",
			{ "/design/topics": "within", "/conversations/3": talk(1) },
			"/conversations/3/arms",
		],
		["topics with one arm each", { "/design/topics": "across", "/conversations/3": talk(1) }],
		[
			"topics in parallel groups",
			{
				"/design": { kind: "parallel", topics: "across" },
				"/conversations": [talk(1), { ...talk(1), id: "other" }],
				"/forms": { about: STUDY.forms?.about },
				"/flow": ["consent", "about", "conversations"],
			},
			"/design/topics",
		],
		["a stratum twice", { "/design/strata/1": "attributes.region" }, "/design/strata/1"],
		["a stratum that nobody asks", { "/design/strata/1": "answers.about.colour" }, "/design/strata/1"],
		["a stratum that is asked too late", { "/design/strata/1": "answers.mood.good" }, "/design/strata/1"],
		["a stratum of a kind with too many values", { "/design/strata/1": "answers.about.words" }, "/design/strata/1"],
		[
			"several arms for one participant in parallel groups",
			{ "/design/kind": "parallel" },
			"/conversations/0/arms",
			"/conversations/1/layout",
			"/conversations/2/layout",
		],
	]);
});

describe("conversations", () => {
	cases([
		["two of one id", { "/conversations/1/id": "each" }, "/conversations/1/id"],
		["several arms in a single", { "/conversations/0/arms": 2 }, "/conversations/0/arms"],
		["one arm in a best-of", { "/conversations/1/arms": 1 }, "/conversations/1/arms"],
		["one arm in a side-by-side", { "/conversations/2/arms": 1 }, "/conversations/2/arms"],
		["more arms than there are", { "/conversations/1/arms": 5 }, "/conversations/1/arms"],
		["every arm in a best-of", { "/conversations/1/arms": "each" }],
		["fewer turns at most than at least", { "/conversations/0/turns": { min: 5, max: 4 } }, "/conversations/0/turns"],
		["later candidates of a single", { "/conversations/0/laterCandidates": 3 }, "/conversations/0/laterCandidates"],
		["a scale in a single", { "/conversations/0/scale": null }, "/conversations/0/scale"],
		["no scale in a best-of", { "/conversations/1/scale": null }],
		[
			"a scale upside down",
			{ "/conversations/1/scale": { min: 5, max: 1, minLabel: "-", maxLabel: "+" } },
			"/conversations/1/scale",
		],
		[
			"a scale whose steps miss its end",
			{
				"/conversations/1/scale": { min: 0, max: 10, step: 3, minLabel: "-", maxLabel: "+" },
			},
			"/conversations/1/scale/step",
		],
		["a form after it that is not there", { "/conversations/0/after/1": "moods" }, "/conversations/0/after/1"],
		["a form twice after it", { "/conversations/0/after/1": "mood" }, "/conversations/0/after/1"],
	]);
});

describe("the flow", () => {
	cases([
		["without consent", { "/flow": ["about", "conversations", "end"] }, "/flow/0"],
		["with a late consent", { "/flow": ["about", "consent", "conversations", "end"] }, "/flow/0"],
		["with conversations twice", { "/flow/4": "conversations" }, "/flow/4"],
		[
			"without conversations",
			{ "/flow": ["consent", "about", "end"], "/eligibility": [], "/design/strata": [] },
			"/flow",
		],
		["with a form that is not there", { "/flow/4": "thanks" }, "/flow/4"],
		["with a form twice", { "/flow/4": "about" }, "/flow/4"],
		[
			"that leaves a form out",
			{ "/forms/spare": { title: "Spare", items: [{ id: "a", kind: "info", label: "A" }] } },
			"/forms/spare",
		],
		[
			"with a form of a name that means something else",
			{
				"/forms/consent": { title: "Consent", items: [{ id: "a", kind: "info", label: "A" }] },
			},
			"/forms/consent",
		],
	]);
});

describe("a slip of the schema", () => {
	const asked = (item: object) => ({ title: "More", items: [{ id: "more", label: "More?", ...item }] });
	const wrongCheck = asked({ kind: "number", min: 1, max: 5, correct: 9 });
	cases([
		[
			"in one form hides no fault within another",
			{ "/forms/about/items/0/kind": "slider", "/forms/extra": wrongCheck, "/flow/1": "extra" },
			"/forms/about/items/0/kind",
			"/forms/extra/items/0/correct",
		],
		[
			"in one link hides no fault of the addresses to return to",
			{
				"/recruitment/links": { tool: { parameters: {} } },
				"/recruitment/returnUrls": ["https://survey.example.org/path"],
				"/recruitment/expiresAfter": "PT5S",
			},
			"/recruitment/expiresAfter",
			"/recruitment/links/tool/parameters/participant",
			"/recruitment/returnUrls/0",
		],
	]);

	it.each([
		["/forms/about/items/0/label", 5],
		["/forms/about", "none"],
		["/forms", []],
		["/recruitment/expiresAfter", 5],
		["/recruitment", "open"],
		["/recruitment/returnUrls", "https://survey.example.org"],
	])("at %s is the only fault", (place, value) => {
		const parsed = parseProtocol(changed({ [place]: value }));
		expect(parsed.ok ? [] : parsed.error.map(({ pointer }) => pointer)).toEqual([place]);
	});
});

describe("one slip in the name of a form", () => {
	cases([
		["is one fault in the flow, though rules, strata and checks need the form", { "/flow/1": "abuot" }, "/flow/1"],
		["is one fault where the flow names conversations", { "/flow/2": "conversation" }, "/flow/2"],
		["is one fault after a conversation", { "/conversations/0/after/0": "mod" }, "/conversations/0/after/0"],
		[
			"hides no other fault",
			{ "/flow/1": "abuot", "/checks/failAfter": 9, "/eligibility/0/item": "aeg" },
			"/checks/failAfter",
			"/eligibility/0/item",
			"/flow/1",
		],
		["is found beside a slip of the schema", { "/flow/1": "abuot", "/title": 5 }, "/flow/1", "/title"],
	]);

	const detailsAfter = (changes: Changes) => {
		const parsed = parseProtocol(changed(changes));
		return parsed.ok ? [] : parsed.error.map(({ detail }) => detail);
	};
	it.each<[string, Changes, string]>([
		["a form in the flow", { "/flow/1": "abuot" }, "about"],
		["conversations in the flow", { "/flow/2": "conversation" }, "conversations"],
		["a form of a rule", { "/eligibility/0/form": "abuot" }, "about"],
		["an item of a rule", { "/eligibility/0/item": "aeg" }, "age"],
		["an option of a rule", { "/eligibility/0": { form: "about", item: "use", equals: "dayly" } }, "daily"],
		["a stratum", { "/design/strata/1": "answers.about.uses" }, "about.use"],
		["a level of a quota", { "/recruitment/quota/strata": { "EU / dayly": 8 } }, "daily"],
		["a model", { "/arms/0/model": "wram" }, "warm"],
		["a field", { "/arms/0": { id: "one", modle: "warm" } }, "model"],
		[
			"a field in a list of several kinds",
			{ "/forms/about/items/0": { id: "age", kind: "number", lable: "Age?" } },
			"label",
		],
		["a kind", { "/forms/about/items/0/kind": "nubmer" }, "number"],
		["a value", { "/design/order": "wiliams" }, "williams"],
		["a provider", { "/models/warm/provider": "rehersal" }, "rehearsal"],
	])("says what was meant: %s", (_what, changes, meant) =>
		expect(detailsAfter(changes).filter((detail) => detail.includes(`Did you mean "${meant}"?`))).toHaveLength(1),
	);
});

describe("a draft", () => {
	const draft = (changes: Changes) => {
		const parsed = protocolSchema.safeParse(changed(changes));
		if (!parsed.success) throw parsed.error;
		return { faults: validateDraft(parsed.data), warnings: draftWarnings(parsed.data) };
	};
	const pointersOf = (found: readonly { readonly pointer: string }[]) => found.map(({ pointer }) => pointer);

	it("with a form that is never shown gets a warning and no fault", () => {
		const spare = { title: "Spare", items: [{ id: "a", kind: "info", label: "A" }] };
		const { faults, warnings } = draft({ "/forms/spare": spare });
		expect(faults).toEqual([]);
		expect(warnings).toMatchObject([{ code: "not_openable", pointer: "/forms/spare" }]);
	});

	it("with a form of each conversation that is never shown gets only that warning", () => {
		const spare = { title: "Spare", each: "conversations", items: [{ id: "a", kind: "vas", label: "A" }] };
		const { faults, warnings } = draft({ "/forms/spare": spare });
		expect(faults).toEqual([]);
		expect(pointersOf(warnings)).toEqual(["/forms/spare"]);
	});

	it("with an unwritten form gets a warning at its name", () => {
		const { faults, warnings } = draft({
			"/flow/1": "background",
			"/eligibility/0/form": "background",
			"/design/strata/1": "answers.background.use",
			"/conversations/1/after": ["impression"],
		});
		expect(faults).toEqual([]);
		expect(pointersOf(warnings)).toEqual(["/flow/1", "/conversations/1/after/0", "/forms/about"]);
	});

	it("with a misspelt name has a fault there, because the form would not be shown", () => {
		const { faults } = draft({ "/flow/1": "abuot" });
		expect(pointersOf(faults)).toEqual(["/flow/1"]);
	});
});

describe("a fault's detail", () => {
	it("lists the existing names", () => {
		const parsed = parseProtocol(changed({ "/arms/0/model": "cold" }));
		expect(parsed).toEqual({
			ok: false,
			error: [
				{
					pointer: "/arms/0/model",
					detail: 'There is no model "cold". Defined under `models`: warm, terse, base, tuned.',
				},
			],
		});
	});

	it("comes with all others at once", () => {
		expect(
			faultsAfter({
				"/arms/0/model": "cold",
				"/flow/3": "ennd",
				"/checks/failAfter": 9,
				"/forms/mood/items/0/max": 0,
			}),
		).toEqual(["/arms/0/model", "/checks/failAfter", "/flow/3", "/forms/mood/items/0/max"]);
	});

	it("names a text that has no UTF-8, in a key as in a value", () => {
		expect(faultsAfter({ "/title": "a\ud800" })).toEqual(["/title"]);
		expect(faultsAfter({ "/models/base/providerOptions": { "\udc00": 1 } })).toEqual(["/models/base/providerOptions"]);
	});
});
