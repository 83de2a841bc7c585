import { describe, expect, it } from "vitest";
import { messageFault, readMessage, type Situation } from "./message-faults.ts";

const REPLY =
	"Rinse the rice until the water is clear, then use one and a half cups of water for each cup, and let it rest for ten minutes.";
const PERSONA =
	"You are a nurse of 43 years who lives in Leeds with two children, works nights, and wants short answers without any lists.";
const situation = (over: Partial<Situation> = {}): Situation => ({
	...{ canEnd: false, maxLength: 400, replies: [REPLY], persona: PERSONA },
	...over,
});
const kindOf = (text: string, over: Partial<Situation> = {}, isCut = false) =>
	messageFault({ text, isCut }, situation(over))?.kind ?? null;

describe("a simulated person's message", () => {
	it.each([
		"How long should it rest for?",
		"i'm sorry for asking again, but how much water was it",
		"Can you help me with my homework?",
		"thanks!",
		"You said to use one and a half cups. Is that also true of brown rice?",
	])("is taken as it is: %s", (text) => expect(kindOf(text)).toBeNull());

	it.each([
		["Of course! How can I help you today?", "acted_as_assistant"],
		["As an AI language model I have no feelings.", "acted_as_assistant"],
		["I can't help with that.", "refused"],
		["I'm sorry, but I cannot pretend to be somebody.", "refused"],
		["<end>", "ended_at_once"],
		["  ", "not_parsed"],
		["word ".repeat(100), "never_ended"],
		[`${REPLY} Is that right?`, "copied_assistant"],
		[`I am as you say: ${PERSONA}`, "copied_persona"],
	])("has a fault: %s", (text, kind) => expect(kindOf(text)).toBe(kind));

	it("may end once the conversation can end, with any of the known tokens", () => {
		expect(kindOf("<end>", { canEnd: true })).toBeNull();
		expect(readMessage("<|endconversation|>")).toEqual({ ends: true, text: "" });
		expect(readMessage("Thanks, bye. <end>")).toEqual({ ends: false, text: "Thanks, bye." });
	});

	it("was cut by the server, so it was too long", () => expect(kindOf("I think", {}, true)).toBe("never_ended"));
});
