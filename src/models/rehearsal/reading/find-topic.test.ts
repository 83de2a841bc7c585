import { describe, expect, it } from "vitest";
import type { Topic } from "../topic.ts";
import { TOPICS } from "../topics.ts";
import { findTopic } from "./find-topic.ts";
import { fitOf, normalised } from "./words.ts";

const idOf = (text: string, open: Topic | null = null): string | null => {
	const found = findTopic(TOPICS, normalised(text), open);
	return Object.entries(TOPICS).find(([, topic]) => topic === found?.topic)?.[0] ?? null;
};

describe("a message", () => {
	it("is compared without case, accents, apostrophes and punctuation", () => {
		expect(normalised("Don't go, JOSÉ!")).toBe(" dont go jose ");
		expect(normalised("  ¿Qué?  ")).toBe(" que ");
		expect(normalised("हिन्दी")).toBe(" हिन्दी ");
		expect(normalised("")).toBe("  ");
	});

	it("fits keys by whole words, plurals, stems and phrases that must all occur", () => {
		expect(fitOf(normalised("two hens"), "hen")).toBe(2);
		expect(fitOf(normalised("then"), "hen")).toBe(0);
		expect(fitOf(normalised("immigrants"), "immigra*")).toBe(2);
		expect(fitOf(normalised("my feet hurt"), "feet+hurt*")).toBe(4);
		expect(fitOf(normalised("my feet"), "feet+hurt*")).toBe(0);
		expect(fitOf(normalised("今日の天気は"), "天気")).toBe(2);
	});

	it("costs no more when it is long", () => {
		expect(normalised("x".repeat(100_000)).length).toBeLessThan(1300);
	});
});

describe("a topic", () => {
	it.each([
		["a letter missing", "Tell me about abortin", "abortion"],
		["a letter added", "the wheather in London", "weather"],
		["a letter changed", "what about imnigration", "immigration"],
		["two letters swapped", "Is abortoin wrong", "abortion"],
	])("is found with %s", (_slip, text, id) => expect(idOf(text)).toBe(id));

	it("is not found in words that only look alike", () => {
		expect(idOf("I went through the garden gate")).toBeNull();
		expect(idOf("at present I read a lot")).toBeNull();
		expect(idOf("the dress code at my office")).toBeNull();
	});

	it("is kept open by words that are too common to open it", () => {
		expect(idOf("and how many eggs?")).toBeNull();
		expect(idOf("and how many eggs?", TOPICS.chickens)).toBe("chickens");
		expect(idOf("what about rabbits?", TOPICS.chickens)).toBe("rabbits");
	});
});
