import { describe, expect, it } from "vitest";
import { countBy, range } from "../../../test/support/randomisation/trial.ts";
import { latinSquare, parallelGroups, type SequenceSet, sequenceSet, williams } from "./designs.ts";

const SIZES = [2, 3, 4, 5, 6, 7, 8, 15, 16, 21, 26];
const values = (counts: Record<string, number>): number[] => [...new Set(Object.values(counts))];
const positions = (set: SequenceSet<number>) =>
	countBy(
		set.flatMap((sequence) => sequence.map((arm, place) => `${arm} at ${place}`)),
		String,
	);
const successions = (set: SequenceSet<number>) =>
	countBy(
		set.flatMap((sequence) => sequence.slice(1).map((arm, place) => `${arm} after ${sequence[place]}`)),
		String,
	);

describe("a complete Williams set", () => {
	it.each(SIZES)("of %d arms has n sequences when n is even, 2n when it is odd", (n) => {
		expect(williams(range(n))).toHaveLength(n % 2 === 0 ? n : 2 * n);
		for (const sequence of williams(range(n))) expect([...sequence].sort((a, b) => a - b)).toEqual(range(n));
	});

	it.each(SIZES)("of %d arms has every arm equally often at every position", (n) => {
		const counts = positions(williams(range(n)));
		expect(Object.keys(counts)).toHaveLength(n * n);
		expect(values(counts)).toEqual([n % 2 === 0 ? 1 : 2]);
	});

	it.each(SIZES)("of %d arms has every arm equally often after every other, and never after itself", (n) => {
		const counts = successions(williams(range(n)));
		expect(Object.keys(counts)).toHaveLength(n * (n - 1));
		expect(values(counts)).toEqual([n % 2 === 0 ? 1 : 2]);
	});

	it("is the square of the paper for four arms", () => {
		expect(williams(["A", "B", "C", "D"]).map((sequence) => sequence.join(""))).toEqual([
			"ABDC",
			"BCAD",
			"CDBA",
			"DACB",
		]);
	});

	it("of one arm is that arm", () => expect(williams(["A"])).toEqual([["A"]]));
});

describe("a Latin square", () => {
	it.each(SIZES)("of %d arms has every arm once at every position", (n) => {
		const counts = positions(latinSquare(range(n)));
		expect(Object.keys(counts)).toHaveLength(n * n);
		expect(values(counts)).toEqual([1]);
	});
});

describe("the set of a design", () => {
	it("has one group per arm in a parallel design, whatever its order", () => {
		expect(parallelGroups(["A", "B"])).toEqual([["A"], ["B"]]);
		expect(sequenceSet({ kind: "parallel", order: "random" }, ["A", "B"])).toEqual([["A"], ["B"]]);
	});

	it("does not exist if every order is drawn singly", () => {
		expect(sequenceSet({ kind: "crossover", order: "random" }, ["A", "B"])).toBeNull();
	});
});
