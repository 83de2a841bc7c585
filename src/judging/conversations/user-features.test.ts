import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiersIn } from "./identifiers.ts";
import { repetitionRate } from "./repetition.ts";
import { USER_FEATURES, userFeatures } from "./user-features.ts";

const missing = (words: RegExp) => ({ missing: expect.stringMatching(words) });

/** Values calculated by hand: 5 messages of 11, 3, 6, 2 and 3 words. */
const messages = [
	"Please help me book order W1234 for 12 May at 9pm",
	"ok thanks maybe",
	"That's not right, I already told you",
	"ugh, useless",
	"Instead, what time?",
];

describe("the 19 features", () => {
	it("are 19", () => expect(USER_FEATURES).toHaveLength(19));

	it("have the values calculated by hand", () => {
		const lengths = [11, 3, 7, 2, 3];
		const mean = 26 / 5;
		const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / 4);
		expect(userFeatures(messages, "en")).toEqual({
			words_per_turn: mean,
			short_utterance_rate: 3 / 5,
			politeness_rate: 2 / 5,
			formality_rate: 0,
			acknowledgment_rate: 1 / 5,
			verbosity_cv: expect.closeTo(spread / mean, 12),
			repetition_rate: 0,
			identity_confusion_rate: 0,
			front_loading_ratio: 1,
			identifiers_per_turn: 3 / 5,
			opening_length: 11,
			uncertainty_rate: 1 / 5,
			certainty_rate: 0,
			pushback_rate: 1 / 5,
			clarification_question_rate: 0,
			info_seeking_rate: 1 / 5,
			emotional_expression_rate: 1 / 5,
			accusatory_rate: 1 / 5,
			strategy_pivot_rate: 1 / 5,
		});
	});

	it.each([
		["How may I help you today?", "identity_confusion_rate"],
		["Moreover, I would like a refund.", "formality_rate"],
		["definitely not", "certainty_rate"],
		["what do you mean by that", "clarification_question_rate"],
		["how do i save money", "info_seeking_rate"],
		["Sounds good!", "acknowledgment_rate"],
		["you dont understand, thats wrong", "pushback_rate"],
		["scratch that", "strategy_pivot_rate"],
	])("finds %j", (message, feature) => {
		expect(userFeatures([message], "en")[feature]).toBe(1);
	});

	it("looks for acknowledgements only at the start", () => {
		expect(userFeatures(["Is that ok?"], "en").acknowledgment_rate).toBe(0);
	});
});

describe("identifiers", () => {
	it.each([
		["mail me at ann@example.com before 2026-05-12", 2],
		["May 12th, 2026 at 10:30 am for $1,200.50", 3],
		["call +44 20 7946 0958", 1],
		["flight BA2490, seat 12", 1],
		["I may go with 2 friends", 0],
		["", 0],
	])("counts identifiers in %j as %i", (text, count) => expect(identifiersIn(text)).toBe(count));
});

describe("repetition", () => {
	it("counts messages with the same words, or with half of the sequences", () => {
		const words = (text: string) => text.split(" ");
		expect(repetitionRate([words("no"), words("no"), words("yes")])).toBe(1 / 2);
		expect(repetitionRate([words("i want a full refund now"), words("i want a full answer")])).toBe(1);
		expect(repetitionRate([words("i want a full refund now"), words("why is the sky blue")])).toBe(0);
		expect(repetitionRate([["one"]])).toBeNull();
	});
});

describe("a feature that does not apply", () => {
	it("is missing with its reason for other languages, one message or no message", () => {
		expect(userFeatures(["Danke schön", "ja"], "de").politeness_rate).toEqual(missing(/made for English/));
		expect(userFeatures(["Danke schön", "ja"], "de").words_per_turn).toBe(1.5);
		expect(userFeatures(["Hello"], "en")).toMatchObject({
			verbosity_cv: missing(/one message/),
			repetition_rate: missing(/one message/),
			front_loading_ratio: missing(/No message has an identifier/),
		});
		expect(Object.values(userFeatures([], "en")).every((value) => typeof value !== "number")).toBe(true);
		expect(userFeatures(["", "  "], "en").verbosity_cv).toEqual(missing(/no words/));
	});

	it("has shares from 0 to 1 for any message", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 8 }), (typed) => {
				for (const { name, unit } of USER_FEATURES) {
					const value = userFeatures(typed, "en")[name];
					if (typeof value !== "number") continue;
					expect(value).toBeGreaterThanOrEqual(0);
					if (unit.startsWith("share")) expect(value).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 25 },
		);
	});
});
