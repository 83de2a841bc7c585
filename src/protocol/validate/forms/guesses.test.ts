import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../../test/support/protocols/protocol.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];
const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

const described = Object.fromEntries(
	["plain", "prompted", "pooled", "own"].map((words, index) => [`/arms/${index}/description`, words]),
);
const guess = (more: object = {}) => ({ id: "which", kind: "guess", label: "Which?", ...more });
const single = [
	{ id: "each", title: "E", instructions: "Talk.", layout: "single", arms: "each", turns: { max: 4 }, after: ["mood"] },
];
/** The study with its single conversations alone, and a last form about each of them. */
const last = (item: object = guess(), form: object = { each: "conversations" }): Changes => ({
	...described,
	"/conversations": single,
	"/forms/panes": { title: "Which was it?", items: [item], ...form },
	"/flow": ["consent", "about", "conversations", "end", "panes"],
});

describe("a form that is asked of each conversation", () => {
	cases([
		["comes after conversations in the flow", last({ id: "sure", kind: "vas", label: "Sure?" })],
		["not before them", { "/forms/about/each": "conversations" }, "/forms/about/each"],
		["not in `after`, where it is so anyway", { "/forms/mood/each": "conversations" }, "/forms/mood/each"],
		["ranks no conversations", { "/forms/end/each": "conversations" }, "/forms/end/items/0"],
	]);
});

describe("a guess", () => {
	cases([
		["is asked of each conversation", last()],
		[
			"or after one",
			{
				...last(),
				"/forms/panes/each": undefined,
				"/conversations/0/after": ["mood", "panes"],
				"/flow": ["consent", "about", "conversations", "end"],
			},
		],
		["needs to know of which", last(guess(), {}), "/forms/panes/items/0"],
		["needs every arm described", { ...last(), "/arms/1/description": undefined }, "/arms/1/description"],
		["needs them described apart", { ...last(), "/arms/3/description": "plain" }, "/arms/3/description"],
		["names no pane where there is none", last(guess({ slot: "a" })), "/forms/panes/items/0/slot"],
		["names the pane of a side-by-side", { ...described, "/forms/panes/items/0": guess({ slot: "b" }) }],
		["has to name it", { ...described, "/forms/panes/items/0": guess() }, "/forms/panes/items/0/slot"],
		[
			"names one that is there",
			{ ...described, "/forms/panes/items/0": guess({ slot: "c" }) },
			"/forms/panes/items/0/slot",
		],
		["is no attention check", last(guess({ correct: "one" })), "/forms/panes/items/0/correct"],
		[
			"says nothing of eligibility",
			{ ...last(), "/eligibility": [{ form: "panes", item: "which", equals: "unknown" }] },
			"/eligibility/0/form",
		],
	]);
});
