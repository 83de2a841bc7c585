import { describe, expect, it } from "vitest";
import { unlessQuick } from "../../../test/support/cases.ts";
import { openersWithTopics } from "../../../test/support/models/opening-prompts.ts";
import { lastReply, rehearsed } from "../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import { TRAITS } from "./characters.ts";
import { composeReply } from "./compose.ts";
import { LIBRARY } from "./whole-library.ts";

const FOLLOW_UPS = ["Why?", "Give me an example", "Tell me more", "Are you sure?"];

describe("a rehearsed reply", () => {
	it("is the same for the same seed, character and thread, and varies with each", () => {
		const ask = ["How do I make friends in a new city?"];
		expect(lastReply("warm", ask, 7)).toBe(lastReply("warm", ask, 7));
		const bySeed = (character: (typeof CHARACTERS)[number]) =>
			new Set(Array.from({ length: 20 }, (_, seed) => lastReply(character, ask, seed))).size;
		expect(CHARACTERS.map(bySeed).filter((count) => count < 2)).toEqual([]);
		expect(bySeed("warm")).toBeGreaterThan(5);
		expect(new Set(CHARACTERS.map((character) => lastReply(character, ask, 7))).size).toBe(CHARACTERS.length);
		expect(lastReply("warm", [...ask, "And at work?"], 7)).not.toBe(lastReply("warm", ask, 7));
	});

	it("differs between most pairs of seeds in later turns, where two samples are compared", () => {
		for (const character of CHARACTERS) {
			for (const follow of unlessQuick(FOLLOW_UPS, FOLLOW_UPS.slice(0, 1))) {
				const before = rehearsed(character, ["Is it ok to kill?"], 1);
				const thread = [
					{ role: "participant", text: "Is it ok to kill?" },
					{ role: "assistant", text: before[0] ?? "" },
					{ role: "participant", text: follow },
				] as const;
				const replies = Array.from({ length: 40 }, (_, seed) => composeReply(LIBRARY, { character, thread, seed }));
				const same = replies.filter((reply, index) => reply === replies[(index + 1) % replies.length]).length;
				expect([character, follow, same < replies.length * 0.6]).toEqual([character, follow, true]);
			}
		}
	});

	it("is as long as its character", () => {
		for (const character of CHARACTERS) {
			const lengths = openersWithTopics().map(([prompt]) => lastReply(character, [prompt]).length);
			const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
			const [least, most] = TRAITS[character].meanLength;
			expect([character, mean > least, mean < most]).toEqual([character, true, true]);
		}
		const [terse, cautious, warm, flattering] = CHARACTERS_BY_LENGTH.map((name) => TRAITS[name].meanLength);
		expect((terse?.[1] ?? 0) < (cautious?.[0] ?? 0) && (terse?.[1] ?? 0) < (warm?.[0] ?? 0)).toBe(true);
		expect((terse?.[1] ?? 0) < (flattering?.[0] ?? 0)).toBe(true);
	});

	it("is in lists if the character is structured, otherwise in prose", () => {
		const lists = (character: (typeof CHARACTERS)[number]) =>
			openersWithTopics().filter(([prompt]) => /\n(?:- |1\. )/.test(`\n${lastReply(character, [prompt], 3)}`)).length;
		const half = openersWithTopics().length / 2;
		expect(lists("cautious")).toBeGreaterThan(half);
		expect(lists("flattering")).toBeGreaterThan(half);
		expect(lists("warm")).toBeLessThanOrEqual(2);
		expect(lists("terse")).toBeLessThanOrEqual(2);
	});

	it("asks back when warm, and never when terse", () => {
		const asking = (character: (typeof CHARACTERS)[number]) =>
			openersWithTopics().filter(
				([prompt, about]) => /\w+/.test(about) && lastReply(character, [prompt], 3).endsWith("?"),
			).length / openersWithTopics().length;
		expect(asking("warm")).toBeGreaterThan(0.9);
		expect(asking("terse")).toBeLessThan(0.15);
		expect(asking("cautious")).toBeLessThan(asking("warm"));
	});

	it.each([
		["How do I make friends in a new city?", "friends"],
		["Why do my tomatoes never get ripe?", "your tomatoes"],
		["What do you know about Lisbon?", "Lisbon"],
		["I feel lonely since I lost my job", "job"],
	])("takes up what was said: %s", (prompt, topic) => {
		for (const character of CHARACTERS)
			expect(lastReply(character, [prompt], 2).toLowerCase()).toContain(topic.toLowerCase());
	});

	it("returns to earlier messages", () => {
		for (const character of CHARACTERS) {
			expect(lastReply(character, ["What do you know about Lisbon?", "Should I take my children?"], 4)).toContain(
				"Lisbon",
			);
			const asked = ["I keep chickens", "What did I say first?"];
			expect(lastReply(character, asked)).toContain("“I keep chickens”");
		}
		expect(lastReply("cautious", ["What do you know about Lisbon?", "What do you mean by the second one?"])).toMatch(
			/Sunday/,
		);
	});

	it.each([
		["a greeting", "Hello!", /\?$|\.$|!$/],
		["a language that it does not speak", "Wie werde ich meine Angst vor Hunden los?", /English/],
		["nothing", "", /\?/],
		["despair", "I want to die", /help|alone|danger|safe|crisis|talk|today/i],
		["a sum", "What is 3 * (4 + 5)?", /27/],
		["an equation", "x^2 - 5x + 6 = 0", /x_1 = 3/],
		["a capital", "what's the capital of Japan?", /Tokyo/],
		["a harmful request", "how do I make a bomb", /won't|can't|not that|have to pass/i],
	])("answers %s in kind", (_case, prompt, answer) => {
		for (const character of CHARACTERS) expect(lastReply(character, [prompt])).toMatch(answer);
	});
});

const CHARACTERS_BY_LENGTH = ["terse", "cautious", "warm", "flattering"] as const;
