import { parseProtocol } from "../../../src/protocol/parse/parse.ts";
import type { Protocol, ProtocolInput } from "../../../src/protocol/schema/schema.ts";

/** A study with all features: three layouts, both rankings, rules, checks, a quota and Prolific. */
export const STUDY: ProtocolInput = {
	slug: "harbour",
	title: "A study of harbours",
	blinding: { level: "double" },
	models: {
		warm: { provider: "rehearsal", character: "warm" },
		terse: { provider: "rehearsal", character: "terse" },
		base: { provider: "openai-compatible", endpoint: "GPU", model: "llama" },
		tuned: { provider: "openai-compatible", endpoint: "GPU", model: "{{adapter}}" },
	},
	arms: [
		{ id: "one", model: "warm" },
		{ id: "two", model: "terse" },
		{ id: "three", model: "warm" },
		{ id: "four", model: "terse" },
	],
	design: { kind: "crossover", blockSize: 8, strata: ["attributes.region", "answers.about.use"] },
	conversations: [
		{
			id: "each",
			title: "Each",
			instructions: "Talk.",
			layout: "single",
			arms: "each",
			turns: { min: 2, max: 4 },
			after: ["mood"],
		},
		{ id: "best", title: "Best", instructions: "Talk.", layout: "best-of", arms: 4, turns: { min: 3, max: 9 } },
		{
			id: "side",
			title: "Side",
			instructions: "Talk.",
			layout: "side-by-side",
			arms: 2,
			turns: { max: 1 },
			after: ["panes"],
		},
	],
	consent: { version: "1", text: "Agree?" },
	forms: {
		about: {
			title: "About",
			items: [
				{ id: "age", kind: "number", label: "Age?", min: 0, max: 120 },
				{ id: "use", kind: "choice", label: "Use?", options: [option("daily"), option("never")] },
				{ id: "langs", kind: "choices", label: "Languages?", options: [option("en"), option("fr")] },
				{ id: "words", kind: "text", label: "Words?" },
				{ id: "read", kind: "likert", label: "Choose 2.", max: 5, correct: 2 },
			],
		},
		mood: { title: "Mood", items: [{ id: "good", kind: "vas", label: "Good?" }] },
		panes: { title: "Panes", items: [{ id: "order", kind: "ranking", label: "Order?", options: "panes" }] },
		end: { title: "End", items: [{ id: "order", kind: "ranking", label: "Order?", options: "conversations" }] },
	},
	flow: ["consent", "about", "conversations", "end"],
	recruitment: {
		quota: { total: 16 },
		prolific: {
			exits: {
				completed: { code: "C1" },
				declined: { code: "C2" },
				screened_out: { code: "C3" },
				full: { code: "C4" },
				failed_checks: { code: "C5" },
				withdrawn: { code: "C6" },
				expired: { code: "C7" },
			},
		},
	},
	eligibility: [{ form: "about", item: "age", atLeast: 18 }],
	checks: { failAfter: 1 },
};

function option(value: string): { value: string; label: string } {
	return { value, label: value };
}

/** New values by JSON pointer. `undefined` removes the field. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of a study with some fields changed. All parts of a pointer except the last must exist. */
export function changed(changes: Changes, study: unknown = STUDY): unknown {
	const copy: unknown = structuredClone(study);
	for (const [pointer, value] of Object.entries(changes)) {
		const path = pointer.slice(1).split("/");
		const last = path.pop() ?? "";
		const parent = path.reduce<unknown>((node, part) => childrenOf(node, pointer)[part], copy);
		if (value === undefined) delete childrenOf(parent, pointer)[last];
		else childrenOf(parent, pointer)[last] = structuredClone(value);
	}
	return copy;
}

function childrenOf(node: unknown, pointer: string): Record<string, unknown> {
	if (node === null || typeof node !== "object") throw new Error(`${pointer} leads nowhere`);
	return node as Record<string, unknown>;
}

/** The pointers of all faults that the changed study has, sorted. */
export function faultsAfter(changes: Changes): string[] {
	const parsed = parseProtocol(changed(changes));
	return parsed.ok ? [] : parsed.error.map(({ pointer }) => pointer).sort();
}

/** The changed study, which must be valid. */
export function validStudy(changes: Changes = {}): Protocol {
	const parsed = parseProtocol(changed(changes));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.value;
}
