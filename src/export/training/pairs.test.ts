import { describe, expect, it } from "vitest";
import { BEST_OF, dialogueOf, OPENER, turnOf } from "../../../test/support/sessions/dialogues.ts";
import type { Dialogue } from "./dialogue.ts";
import { type PairOptions, pairsOf } from "./pairs.ts";
import { Tally } from "./tally.ts";

function found(dialogues: readonly Dialogue[], options: Partial<PairOptions> = {}) {
	const tally = new Tally();
	const pairs = pairsOf(
		{ participant: "pt_1", dialogues },
		{ from: ["choice"], threshold: 5, ties: "exclude", ...options },
		tally,
	);
	return {
		pairs: pairs.map(({ chosen, rejected, margin }) => [chosen.text, rejected.text, margin]),
		prompts: pairs.map(({ prompt }) => prompt.map(({ content }) => content)),
		counts: tally.counts(),
	};
}

const ranked = (id: string, turns: Dialogue["turns"], ...ranks: readonly [slot: string | null, rank: number][]) =>
	dialogueOf(id, ranks[0]?.[0] === null ? "single" : "side-by-side", turns, {
		ranks: ranks.map(([slot, rank]) => ({ form: "ranking", item: "best", slot, rank })),
	});

describe("a choice", () => {
	it("pairs the chosen reply with each other reply, and its prompt is the chosen path", () => {
		const { pairs, prompts, counts } = found([BEST_OF]);
		expect(pairs).toEqual([
			["Black.", "Green.", 50],
			["Black.", "None.", 52],
			["A little.", "No.", 60],
		]);
		expect(prompts).toEqual([["Tea?"], ["Tea?"], ["Tea?", "Black.", "And milk?"]]);
		expect(counts).toEqual({ pairs_choice: 3 });
	});

	const tie = dialogueOf("cv", "best-of", [
		turnOf("?", ["one", 50, true], ["two", 50, false], ["three", 70, false], ["four", 46, false], ["five", 45, false]),
	]);

	it("is a tie if the ratings differ by less than the threshold, and makes no pair if it contradicts the ratings", () => {
		expect(found([tie])).toEqual({
			pairs: [["one", "five", 5]],
			prompts: [["?"]],
			counts: { pairs_choice: 1, skipped_contradicted: 1, ties: 2 },
		});
		expect(found([tie], { threshold: 0 })).toMatchObject({
			pairs: [
				["one", "four", 4],
				["one", "five", 5],
			],
			counts: { pairs_choice: 2, skipped_contradicted: 1, ties: 1 },
		});
	});

	it("makes a pair despite a tie if `ties` is keep", () => {
		expect(found([tie], { ties: "keep" })).toMatchObject({
			pairs: [
				["one", "two", 0],
				["one", "four", 4],
				["one", "five", 5],
			],
			counts: { pairs_choice: 3, skipped_contradicted: 1 },
		});
	});

	it("has no margin without ratings", () => {
		expect(
			found([dialogueOf("cv", "best-of", [turnOf("?", ["one", undefined, true], ["two", undefined, false])])]).pairs,
		).toEqual([["one", "two", null]]);
	});

	it("makes no pair of replies that the participant stopped, and keeps them in later prompts", () => {
		const turns = [
			turnOf("Tea?", ["Bla", 90, true, "stopped"], ["Gre", 10, false, "stopped"]),
			turnOf("And milk?", ["A little.", 80, true], ["No.", 10, false]),
		];
		expect(found([dialogueOf("cv", "best-of", turns)])).toEqual({
			pairs: [["A little.", "No.", 70]],
			prompts: [["Tea?", "Bla", "And milk?"]],
			counts: { pairs_choice: 1, skipped_stopped: 1 },
		});
	});

	it("makes no pair of empty or identical replies or without a choice, and counts each reason", () => {
		const turns = [
			turnOf("?", ["one", 9, true], ["", 1, false], ["EMPTY STRING", 1, false], ["one", 1, false]),
			turnOf("!", ["two"], ["three"]),
		];
		expect(found([dialogueOf("cv", "best-of", turns)])).toMatchObject({
			pairs: [],
			counts: { skipped_empty: 2, skipped_identical: 1, skipped_not_chosen: 1 },
		});
	});
});

describe("ratings", () => {
	it("make a pair of every two replies that differ by at least the threshold, and count the others as ties", () => {
		const one = dialogueOf("cv", "best-of", [OPENER]);
		expect(found([one], { from: ["rating"] })).toMatchObject({
			pairs: [
				["Black.", "Green.", 50],
				["Black.", "None.", 52],
			],
			counts: { pairs_rating: 2, ties: 1 },
		});
		expect(found([one], { from: ["rating"], threshold: 2 }).pairs).toContainEqual(["Green.", "None.", 2]);
	});

	it("never make a pair of equally rated replies", () => {
		const even = dialogueOf("cv", "best-of", [turnOf("?", ["one", 50, true], ["two", 50, false])]);
		expect(found([even], { from: ["rating"], threshold: 0 })).toMatchObject({ pairs: [], counts: { ties: 1 } });
	});

	it("make no second pair of two replies that a choice has paired", () => {
		const turn = turnOf("?", ["one", 50, true], ["two", 50, false], ["three", 70, false]);
		const { pairs, counts } = found([dialogueOf("cv", "best-of", [turn])], { from: ["choice", "rating"] });
		expect(pairs).toEqual([["three", "two", 20]]);
		expect(counts).toEqual({ pairs_rating: 1, skipped_contradicted: 1, ties: 1 });
	});

	it("add pairs of the replies that were not chosen", () => {
		const { pairs, counts } = found([dialogueOf("cv", "best-of", [OPENER])], {
			from: ["choice", "rating"],
			threshold: 1,
		});
		expect(pairs).toHaveLength(3);
		expect(counts).toEqual({ pairs_choice: 2, pairs_rating: 1 });
	});
});

describe("a ranking", () => {
	it("of panes makes pairs after one turn, because all panes answer the same message", () => {
		const panes = ranked("cv", [turnOf("Tea?", ["one"], ["two"], ["three"])], ["a", 3], ["b", 1], ["c", 2]);
		expect(found([panes], { from: ["ranking"] }).pairs.toSorted()).toEqual([
			["three", "one", 1],
			["two", "one", 2],
			["two", "three", 1],
		]);
	});

	it("of panes makes no pairs once their messages differ", () => {
		const turns = [turnOf("Tea?", ["one"], ["two"]), turnOf("Milk?", ["yes"], ["no"])];
		expect(found([ranked("cv", turns, ["a", 1], ["b", 2])], { from: ["ranking"] })).toMatchObject({
			pairs: [],
			counts: { skipped_prompts_differ: 1 },
		});
	});

	it("of conversations makes a pair only if both final replies have the same prompt", () => {
		const dialogues = [
			ranked("cv_1", [turnOf("Tea?", ["one"])], [null, 2]),
			ranked("cv_2", [turnOf("Tea?", ["two"])], [null, 1]),
			ranked("cv_3", [turnOf("Coffee?", ["three"])], [null, 3]),
		];
		expect(found(dialogues, { from: ["ranking"] })).toMatchObject({
			pairs: [["two", "one", 1]],
			counts: { pairs_ranking: 1, skipped_prompts_differ: 2 },
		});
	});

	it("of a conversation without a final reply makes no pair", () => {
		const broken = ranked("cv", [turnOf("Tea?", ["one"])], ["a", 1], ["b", 2]);
		expect(found([broken], { from: ["ranking"] }).counts).toEqual({ skipped_unanswered: 1 });
	});
});
