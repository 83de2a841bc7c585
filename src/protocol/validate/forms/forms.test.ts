import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../../test/support/protocols/protocol.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];
const option = (value: string) => ({ value, label: value });

const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

describe("items", () => {
	const item = (given: object) => ({ "/forms/mood/items/0": { id: "good", label: "Good?", ...given } });
	const at = (field: string) => `/forms/mood/items/0/${field}`;
	cases([
		[
			"two of one id",
			{ "/forms/about/items/1/id": "age", "/design/strata/1": undefined, "/design/strata": [] },
			"/forms/about/items/1/id",
		],
		["a range upside down", item({ kind: "vas", min: 100, max: 0 }), at("max")],
		["steps that miss the end", item({ kind: "number", min: 0, max: 1, step: 0.3 }), at("step")],
		["steps of a tenth", item({ kind: "number", min: 0, max: 1, step: 0.1 })],
		["more choices than options", item({ kind: "choices", options: [option("a")], max: 2 }), at("max")],
		[
			"more choices at least than at most",
			item({ kind: "choices", options: [option("a"), option("b")], min: 2, max: 1 }),
			at("min"),
		],
		["a text longer than itself", item({ kind: "text", min: 10, maxLength: 5 }), at("min")],
		["a ranking of one", item({ kind: "ranking", options: [option("a")] }), at("options")],
		["a check out of range", item({ kind: "likert", correct: 8 }), at("correct")],
		["a check between the points", item({ kind: "likert", correct: 2.5 }), at("correct")],
		["a check that is no option", item({ kind: "choice", options: [option("a")], correct: "b" }), at("correct")],
		[
			"a check of options twice",
			item({ kind: "choices", options: [option("a"), option("b")], correct: ["a", "a"] }),
			at("correct"),
		],
		["a check that is too short to write", item({ kind: "text", min: 9, correct: "purple" }), at("correct")],
		["a check that may be skipped", item({ kind: "text", required: false, correct: "purple" }), at("required")],
		["a check that is not applicable", item({ kind: "number", notApplicable: true, correct: 3 }), at("notApplicable")],
	]);
});

describe("rankings", () => {
	const ranks = (options: string) => ({ id: "order", kind: "ranking", label: "Order?", options });
	cases([
		[
			"conversations before there are any",
			{ "/forms/about/items/5": ranks("conversations") },
			"/forms/about/items/5/options",
		],
		[
			"conversations after one of them",
			{ "/forms/mood/items/1": ranks("conversations") },
			"/forms/mood/items/1/options",
		],
		[
			"one conversation",
			{
				"/conversations": [
					{ id: "b", title: "B", instructions: "B", layout: "best-of", arms: 2, turns: { max: 2 }, after: ["mood"] },
				],
				"/forms/panes": undefined,
			},
			"/forms/end/items/0/options",
		],
		["panes of what has none", { "/forms/mood/items/1": ranks("panes") }, "/forms/mood/items/1/options"],
		["panes in the flow after the only side-by-side", { "/forms/end/items/0/options": "panes" }],
		["panes in the flow before it", { "/forms/about/items/5": ranks("panes") }, "/forms/about/items/5/options"],
		[
			"panes in the flow after two of them",
			{
				"/forms/end/items/0/options": "panes",
				"/conversations/1": {
					id: "s",
					title: "S",
					instructions: "S",
					layout: "side-by-side",
					arms: 2,
					turns: { max: 1 },
				},
			},
			"/forms/end/items/0/options",
		],
	]);
});
