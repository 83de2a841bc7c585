import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../../test/support/protocols/protocol.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];
const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

describe("conditional items", () => {
	const at = "/forms/about/items/5";
	const item = (showIf: object) => ({ [at]: { id: "why", kind: "text", label: "Why?", showIf } });
	cases([
		["an option of an earlier item", item({ item: "use", equals: "daily" })],
		["one of several options", item({ item: "langs", in: ["en", "fr"] })],
		["a range of numbers", item({ item: "age", atLeast: 18, atMost: 30 })],
		["an item that is not there", item({ item: "usage", equals: "daily" }), `${at}/showIf/item`],
		["the item itself", item({ item: "why", equals: "x" }), `${at}/showIf/item`],
		[
			"a later item",
			{ "/forms/about/items/0/showIf": { item: "use", equals: "daily" } },
			"/forms/about/items/0/showIf/item",
		],
		["an option that is not there", item({ item: "use", in: ["daily", "dayly"] }), `${at}/showIf/in/1`],
		["a number out of range", item({ item: "age", equals: 200 }), `${at}/showIf/equals`],
		["a range of an option", item({ item: "use", atLeast: 3 }), `${at}/showIf/atLeast`],
		["a range upside down", item({ item: "age", atLeast: 30, atMost: 18 }), `${at}/showIf`],
		["nothing to compare with", item({ item: "use" }), `${at}/showIf`],
		["a misspelt operator", item({ item: "use", equal: "daily" }), `${at}/showIf/equal`],
		["the form itself", item({ form: "about", item: "use", equals: "daily" }), `${at}/showIf/form`],
		["a form that is not there", item({ form: "abuot", item: "use", equals: "daily" }), `${at}/showIf/form`],
		["a drawn order", { ...item({ item: "use", equals: "daily" }), "/forms/about/shuffle": true }, `${at}/showIf`],
	]);
});

describe("conditions on other forms", () => {
	const mood = (showIf: object) => ({ "/forms/mood/items/1": { id: "why", kind: "text", label: "Why?", showIf } });
	const asked = { form: "mood", item: "good", atMost: 50 };
	const second = {
		"/forms/second": { title: "Second", items: [{ id: "why", kind: "text", label: "Why?", showIf: asked }] },
	};
	cases([
		["earlier in the flow", mood({ form: "about", item: "use", equals: "daily" })],
		[
			"earlier in the flow, in a drawn order",
			{
				...mood({ form: "about", item: "use", equals: "daily" }),
				"/forms/mood/shuffle": true,
			},
		],
		["later in the flow", mood({ form: "end", item: "order", equals: "x" }), "/forms/mood/items/1/showIf/form"],
		["earlier after the same conversation", { ...second, "/conversations/0/after": ["mood", "second"] }],
		[
			"later after the same conversation",
			{ ...second, "/conversations/0/after": ["second", "mood"] },
			"/forms/second/items/0/showIf/form",
		],
		[
			"after another conversation",
			{ ...second, "/conversations/1/after": ["second"] },
			"/forms/second/items/0/showIf/form",
		],
		[
			"asked of each conversation, from the flow",
			{ ...second, "/flow": ["consent", "about", "conversations", "end", "second"] },
			"/forms/second/items/0/showIf/form",
		],
		[
			"a ranking",
			{
				"/forms/second": {
					title: "Second",
					items: [{ id: "why", kind: "text", label: "Why?", showIf: { form: "end", item: "order", equals: "x" } }],
				},
				"/flow": ["consent", "about", "conversations", "end", "second"],
			},
			"/forms/second/items/0/showIf/equals",
		],
	]);
});
