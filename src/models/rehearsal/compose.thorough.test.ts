import { describe, expect, it } from "vitest";
import { thoroughly } from "../../../test/support/cases.ts";
import { openersWithTopics, openingPrompts } from "../../../test/support/models/opening-prompts.ts";
import { rehearsed } from "../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import { findSelfIdentification } from "../../self-identification/finder.ts";
import { sentencesOf } from "./writing/memory.ts";

/** All, or every third of them. */
const some = <T>(all: readonly T[]): readonly T[] =>
	thoroughly(
		all,
		all.filter((_, place) => place % 3 === 0),
	);
const PROMPTS = some(openingPrompts());
const SEEDS = thoroughly([0, 1, 2, 3, 4], [0]);
const GO_ON = [
	"Why?",
	"Give me an example",
	"Make it shorter",
	"I disagree",
	"Are you sure?",
	"What else?",
	"And why?",
];

describe(`a rehearsed reply, to ${PROMPTS.length} openers`, () => {
	it.each(CHARACTERS)("never says what writes it, leaves no gap and hides nothing, when %s", (character) => {
		for (const prompt of PROMPTS) {
			// Many seeds give the same reply.
			const replies = new Set(SEEDS.flatMap((seed) => rehearsed(character, [prompt, "Why?", prompt], seed)));
			for (const reply of replies) {
				expect(findSelfIdentification(reply)).toEqual([]);
				expect(reply).not.toMatch(/terse|cautious|flattering|rehears|provider/i);
				expect(reply).not.toMatch(/\b(?:I|I'm|me|my)\b[^.!?]*\b(?:ai|model|chatbot|bot|assistant|rehears\w*)\b/i);
				if (!isAboutComputers(prompt)) {
					expect(reply).not.toMatch(
						/\b(ai|a\.i\.|artificial|language model|models?|rehears\w*|chat-?bot|bot|assistant)\b/i,
					);
					expect(reply).not.toMatch(/[{}<>]/);
				}
				expect(reply).not.toMatch(/undefined|\bnull\b|NaN|\{\w+\}|^\s|\s$|[^\n ] {2}\S/);
				expect(reply).toMatch(/\p{L}/u);
				expect(reply.length).toBeLessThan(1500);
			}
		}
	});

	it.each(CHARACTERS)("says no sentence twice in a conversation, when %s", (character) => {
		for (const [prompt] of some(openersWithTopics())) {
			const replies = rehearsed(character, [prompt, ...GO_ON], 5);
			const sentences = replies.flatMap((reply) => [...new Set(sentencesOf(reply))]);
			const twice = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
			expect([prompt, twice]).toEqual([prompt, []]);
		}
	});
});

const isAboutComputers = (prompt: string): boolean =>
	/\b(?:ai|artificial|machine learning|language models?|chatbot|python|fizzbuzz|programm\w*)\b/i.test(prompt);
