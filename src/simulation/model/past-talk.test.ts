import { describe, expect, it } from "vitest";
import { drawsOf } from "../policy/draws.ts";
import { drawnAnew, type PastTalk } from "./past-talk.ts";

const talk = (position: number): PastTalk => ({
	...{ id: `talk-${position}`, entry: "duel", position, layout: "side-by-side" },
	...{ labels: [`L${position}a`, `L${position}b`, `L${position}c`], slots: ["a", "b", "c"] },
	messages: [1, 2].flatMap((turn) => [
		{ id: `${turn}`, role: "participant" as const, text: `message ${turn}` },
		...["a", "b", "c"].map((candidate) => ({
			...{ id: `${turn}${candidate}`, role: "assistant" as const, candidate },
			text: `reply ${turn} of L${position}${candidate}`,
		})),
	]),
});
const talks = [talk(1), talk(2), talk(3)];
const PEOPLE = 300;
/** Of a share of one third. */
const SE = Math.sqrt(2 / 9 / PEOPLE);
const drawn = Array.from({ length: PEOPLE }, (_, place) => drawnAnew(drawsOf(1, place), talks));

describe("positions that are drawn anew", () => {
	it("put each conversation, and each reply, equally often at each place", () => {
		const off = (is: (shown: readonly PastTalk[]) => boolean) => Math.abs(drawn.filter(is).length / PEOPLE - 1 / 3);
		for (const id of ["talk-1", "talk-2", "talk-3"])
			for (const at of [0, 1, 2]) expect(off((shown) => shown[at]?.id === id)).toBeLessThan(4 * SE);
		for (const slot of ["a", "b", "c"])
			for (const at of [0, 1, 2]) expect(off((shown) => shown[0]?.slots[at] === slot)).toBeLessThan(4 * SE);
	});

	it("number the conversations in the order in which they are shown", () => {
		for (const shown of drawn) expect(shown.map(({ position }) => position)).toEqual([1, 2, 3]);
	});

	it("keep each label with its own texts, in each turn, and name replies by their new places", () => {
		for (const shown of drawn)
			for (const { labels, slots, messages } of shown) {
				const replies = messages.filter(({ role }) => role === "assistant");
				expect(replies.map(({ candidate }) => candidate)).toEqual(["a", "b", "c", "a", "b", "c"]);
				for (const [index, { text }] of replies.entries()) expect(text).toMatch(new RegExp(`of ${labels[index % 3]}$`));
				expect(labels.map((label) => label.at(-1))).toEqual(slots);
				expect(messages.filter(({ role }) => role === "participant").map(({ text }) => text)).toEqual([
					"message 1",
					"message 2",
				]);
			}
	});

	it("are the same again for the same seed and participant", () =>
		expect(drawnAnew(drawsOf(1, 7), talks)).toEqual(drawn[7]));
});
