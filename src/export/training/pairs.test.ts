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
	it("puts the chosen reply before each other one, after all that was said before on the chosen path", () => {
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

	it("between replies that were rated alike, or nearer than the threshold, is a tie; against its own ratings it is nothing", () => {
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

	it("counts after a tie where that is asked for, for the participant was asked too", () => {
		expect(found([tie], { ties: "keep" })).toMatchObject({
			pairs: [
				["one", "two", 0],
				["one", "four", 4],
				["one", "five", 5],
			],
			counts: { pairs_choice: 3, skipped_contradicted: 1 },
		});
	});

	it("has no margin where nobody rates", () => {
		expect(
			found([dialogueOf("cv", "best-of", [turnOf("?", ["one", undefined, true], ["two", undefined, false])])]).pairs,
		).toEqual([["one", "two", null]]);
	});

	it("leaves out what is empty, what is the same, and what nobody chose, by its reason", () => {
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
	it("make a pair of every two that differ by the threshold, and count the rest as ties", () => {
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

	it("never make a pair of equal ones", () => {
		const even = dialogueOf("cv", "best-of", [turnOf("?", ["one", 50, true], ["two", 50, false])]);
		expect(found([even], { from: ["rating"], threshold: 0 })).toMatchObject({ pairs: [], counts: { ties: 1 } });
	});

	it("say nothing more of two replies of which a choice was one: each two are counted once", () => {
		const turn = turnOf("?", ["one", 50, true], ["two", 50, false], ["three", 70, false]);
		const { pairs, counts } = found([dialogueOf("cv", "best-of", [turn])], { from: ["choice", "rating"] });
		expect(pairs).toEqual([["three", "two", 20]]);
		expect(counts).toEqual({ pairs_rating: 1, skipped_contradicted: 1, ties: 1 });
	});

	it("add to choices what choices do not say", () => {
		const { pairs, counts } = found([dialogueOf("cv", "best-of", [OPENER])], {
			from: ["choice", "rating"],
			threshold: 1,
		});
		expect(pairs).toHaveLength(3);
		expect(counts).toEqual({ pairs_choice: 2, pairs_rating: 1 });
	});
});

describe("a ranking", () => {
	it("of panes makes pairs after one turn, where all answer the same message", () => {
		const panes = ranked("cv", [turnOf("Tea?", ["one"], ["two"], ["three"])], ["a", 3], ["b", 1], ["c", 2]);
		expect(found([panes], { from: ["ranking"] }).pairs.toSorted()).toEqual([
			["three", "one", 1],
			["two", "one", 2],
			["two", "three", 1],
		]);
	});

	it("of panes makes none once their threads differ", () => {
		const turns = [turnOf("Tea?", ["one"], ["two"]), turnOf("Milk?", ["yes"], ["no"])];
		expect(found([ranked("cv", turns, ["a", 1], ["b", 2])], { from: ["ranking"] })).toMatchObject({
			pairs: [],
			counts: { skipped_prompts_differ: 1 },
		});
	});

	it("of conversations makes a pair only where both began with the same words", () => {
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

	it("of a reply that never came makes none", () => {
		const broken = ranked("cv", [turnOf("Tea?", ["one"])], ["a", 1], ["b", 2]);
		expect(found([broken], { from: ["ranking"] }).counts).toEqual({ skipped_unanswered: 1 });
	});
});
