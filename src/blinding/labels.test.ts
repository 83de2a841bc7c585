import { describe, expect, it } from "vitest";
import { range, seedOf } from "../../test/support/trial.ts";
import { equalShares } from "../randomisation/balance.ts";
import { commitmentTo } from "../randomisation/chain.ts";
import { labelText } from "../randomisation/label-text.ts";
import { labelDifferences, labelsOf } from "./labels.ts";

describe("the labels of a study's arms", () => {
	it("are a consonant and a digit, and share no letter", () => {
		for (const seed of range(200)) {
			const labels = labelsOf(seedOf(seed), 16).map(labelText);
			expect(labels.every((label) => /^[B-DF-HJ-NP-TV-XZ][2-9]$/.test(label))).toBe(true);
			expect(new Set(labels.map((label) => label[0])).size).toBe(16);
		}
	});

	/* n = 4,000 studies; p > 1e-4: with fresh seeds a right drawing fails with 1e-4 a test. */
	it("say nothing of the arms' order: any of four is as often the first in the alphabet", () => {
		const firsts = range(4000).map((seed) => {
			const labels = labelsOf(seedOf(seed), 4);
			return labels.indexOf([...labels].sort()[0] ?? labels[0] ?? never());
		});
		expect(equalShares(range(4).map((arm) => firsts.filter((first) => first === arm).length))?.p).toBeGreaterThan(1e-4);
	});

	it("are the same from the same seed, and refused where letters run out", () => {
		expect(labelsOf(seedOf(1), 4)).toEqual(labelsOf(seedOf(1), 4));
		expect(() => labelsOf(seedOf(1), 21)).toThrow(RangeError);
	});

	it("are found in an export where they stand for other arms", () => {
		const [first, second] = labelsOf(seedOf(1), 2).map(labelText);
		const exported = {
			format: "crossover-allocations/1",
			commitment: commitmentTo(seedOf(1)),
			seed: seedOf(1),
			log: [],
		} as const;
		const arms = (one = "", other = "") => [
			{ arm: "x", label: one },
			{ arm: "y", label: other },
		];
		expect(labelDifferences({ ...exported, arms: arms(first, second) })).toEqual([]);
		expect(labelDifferences({ ...exported, arms: arms(second, first) })).toHaveLength(2);
		expect(labelDifferences(exported)).toEqual([]);
	});
});

function never(): never {
	throw new Error("no label");
}
