import { describe, expect, it } from "vitest";
import { openingPrompts } from "../../../test/support/opening-prompts.ts";
import { CHARACTERS } from "../../protocol/model.ts";
import type { ThreadMessage } from "../port.ts";
import { composeReply } from "./compose.ts";

const PROMPTS = openingPrompts();
const says = (...texts: string[]): ThreadMessage[] =>
	texts.flatMap((text, index): ThreadMessage[] => [
		...(index > 0 ? [{ role: "assistant", text: "I see." } as const] : []),
		{ role: "participant", text },
	]);

describe("a rehearsed reply", () => {
	it("is the same for the same seed, character and thread, and varies with each", () => {
		const thread = says("How do I make friends in a new city?");
		expect(composeReply("warm", thread, 7)).toBe(composeReply("warm", thread, 7));
		const bySeed = new Set(Array.from({ length: 20 }, (_, seed) => composeReply("warm", thread, seed)));
		expect(bySeed.size).toBeGreaterThan(10);
		expect(new Set(CHARACTERS.map((character) => composeReply(character, thread, 7))).size).toBe(CHARACTERS.length);
		expect(composeReply("warm", [...thread, ...says("And at work?")], 7)).not.toBe(composeReply("warm", thread, 7));
	});

	it.each(CHARACTERS)("never says what writes it, leaves no gap and hides nothing, when %s", (character) => {
		for (const prompt of PROMPTS) {
			for (let seed = 0; seed < 5; seed++) {
				const reply = composeReply(character, says(prompt, "Why?", prompt), seed);
				expect(reply).not.toMatch(
					/\b(ai|a\.i\.|artificial|language model|models?|rehears\w*|chat-?bot|bot|assistant)\b/i,
				);
				expect(reply).not.toMatch(/[{}<>]|undefined|null|NaN| {2}|^\s|\s$/);
				expect(reply).toMatch(/\p{L}/u);
				expect(reply.length).toBeLessThan(1500);
			}
		}
	});

	it("is as long as its character", () => {
		const meanLength = (character: (typeof CHARACTERS)[number]) => {
			const lengths = PROMPTS.map((prompt) => composeReply(character, says(prompt), 1).length);
			return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
		};
		expect(meanLength("terse") * 2).toBeLessThan(meanLength("cautious"));
		expect(meanLength("cautious")).toBeLessThan(meanLength("flattering"));
		expect(meanLength("terse") * 2).toBeLessThan(meanLength("warm"));
	});

	it("is in Markdown now and then, when warm or flattering", () => {
		const lists = (character: (typeof CHARACTERS)[number]) =>
			PROMPTS.filter((prompt) => composeReply(character, says(prompt), 3).includes("\n- ")).length;
		expect(lists("flattering")).toBeGreaterThan(0);
		expect(lists("warm")).toBeGreaterThan(0);
		expect(lists("terse")).toBe(0);
	});

	it.each([
		["How do I make friends in a new city?", "friends"],
		["Why do my tomatoes never get ripe?", "your tomatoes"],
		["What do you know about Lisbon?", "Lisbon"],
		["I feel lonely since I lost my job", "your job"],
	])("takes up what was said: %s", (prompt, topic) => {
		for (const character of CHARACTERS) expect(composeReply(character, says(prompt), 2)).toContain(topic);
	});

	it("comes back to what was said before", () => {
		const thread = says("What do you know about Lisbon?", "Should I take my children?");
		for (const character of CHARACTERS) expect(composeReply(character, thread, 4)).toContain("Lisbon");
		expect(composeReply("terse", says("What do you know about Lisbon?", "Why?"), 4)).toContain("Lisbon");
	});

	it.each([
		["a greeting", "Hello!", /\?$/],
		["a language that it does not speak", "Wie werde ich meine Angst vor Hunden los?", /English/],
		["nothing", "", /\?|start|begin|worry/],
		["despair", "I want to die", /help|alone|danger|safe|crisis|talk|today/i],
	])("answers %s in kind", (_case, prompt, answer) => {
		for (const character of CHARACTERS) expect(composeReply(character, says(prompt), 1)).toMatch(answer);
	});
});
