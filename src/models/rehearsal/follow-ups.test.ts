import { describe, expect, it } from "vitest";
import { FOLLOW_UPS_SAID, rehearsed } from "../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import { FOLLOW_UP_LINES } from "./own-lines.ts";
import { type FollowUpKind, followUpIn } from "./talk/follow-ups.ts";
import { EXHAUSTED } from "./talk/going-on.ts";
import { TOPICS } from "./topics.ts";

describe("a follow-up", () => {
	it.each(FOLLOW_UPS_SAID)("is %s: “%s”", (kind, text) => {
		expect(
			followUpIn(
				` ${text
					.toLowerCase()
					.replace(/['’]/g, "")
					.replace(/[^a-z0-9]+/g, " ")
					.trim()} `,
			),
		).toBe(kind);
	});

	it("has lines for each character, some of them for when the topic's texts have been said", () => {
		for (const kind of Object.keys(FOLLOW_UP_LINES) as FollowUpKind[]) {
			for (const character of CHARACTERS) {
				const lines: readonly string[] = FOLLOW_UP_LINES[kind][character];
				expect([kind, character, lines.some((line) => !line.includes("{"))]).toEqual([kind, character, true]);
				expect(
					lines.flatMap((line) => line.match(/\{(?!(?:why|example|brief|child|cost|other|advice|item)\})\w*\}/g) ?? []),
				).toEqual([]);
			}
		}
	});
});

describe("an offer that is accepted", () => {
	it("is kept", () => {
		const thread = (offer: string) => {
			for (let seed = 0; seed < 60; seed++) {
				const [first = "", second = ""] = rehearsed("flattering", ["Tell me about chickens", "yes please"], seed);
				if (first.endsWith(offer)) return second;
			}
			return "";
		};
		expect(thread("in a table for you?")).toContain("| --- |");
		expect(thread("Would you like an example?")).toContain(TOPICS.chickens.example.flattering);
		expect(thread("why I think so?")).toContain(TOPICS.chickens.why.flattering);
	});
});

describe("porridge, one ingredient at a time", () => {
	it.each(CHARACTERS)("gives ten, each when prompted, through questions in between, when %s", (character) => {
		const ask = "I'd like a porridge recipe, one ingredient at a time, ten in all. Wait for me to ask for the next.";
		const replies = rehearsed(character, [
			ask,
			"next",
			"next",
			"thanks, but why salt?",
			...Array(7).fill("next"),
			"next",
		]);
		const given = ["oats", ...(TOPICS.porridge.oneByOne?.items ?? [])];
		const places = given.map((item) => replies.findIndex((reply) => reply.toLowerCase().includes(item)));
		expect(places).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10]);
		expect(replies[10]).toContain(TOPICS.porridge.oneByOne?.end[character]);
	});
});

describe("when a topic has been talked through", () => {
	it.each(CHARACTERS)("says so, and says it differently each time, when %s", (character) => {
		const replies = rehearsed(character, ["Tell me about chickens", ...Array(9).fill("Why?")]);
		expect(new Set(replies).size).toBe(replies.length);
		expect(EXHAUSTED[character]).toContain(replies.at(-1));
	});
});
