import { describe, expect, it } from "vitest";
import { stepNames } from "./step-names.ts";

type View = Parameters<typeof stepNames>[0][number];

const talk = { index: 2, of: 3, title: "Talk", instructions: "Talk.", layout: "single" as const, messages: [] };
const message = {
	id: "st_1",
	kind: "message" as const,
	minTurns: 1,
	maxTurns: 2,
	turn: 1,
	canEnd: false,
	maxLength: 40,
};
const form = { id: "st_2", kind: "form" as const, title: "How was it?", items: [] };

const viewWith = (over: Partial<View>): View => ({
	...{ id: "se_1", study: "mine", status: "active", erased: false, progress: { done: 0, of: 3 } },
	...{ step: null, conversation: null, exit: null },
	...over,
});

describe("the names of a walk's steps", () => {
	it.each([
		["Consent", { step: { id: "st_0", kind: "consent" as const, text: "Yes?", version: "1" } }],
		["How was it?", { step: form }],
		["How was it? (Conversation 2)", { step: form, conversation: talk }],
		["Conversation 2: message 1", { step: message, conversation: talk }],
		["Conversation 2: may end", { step: { ...message, turn: 2, canEnd: true }, conversation: talk }],
		["The end", { status: "completed" as const }],
		["An early end", { status: "screened_out" as const }],
	])("say %s", (name, over) => {
		expect(stepNames([viewWith(over)])).toEqual([name]);
	});
});
