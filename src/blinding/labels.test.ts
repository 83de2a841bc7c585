import { describe, expect, it } from "vitest";
import { range, recordOf, seedOf, Trial } from "../../test/support/trial.ts";
import { equalShares } from "../randomisation/balance.ts";
import { commitmentTo } from "../randomisation/chain.ts";
import { labelText } from "../randomisation/label-text.ts";
import type { Pool } from "../randomisation/pool.ts";
import { labelDifferences, labelsOf, poolLabelsOf } from "./labels.ts";

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

	/* n = 500 studies of 16 arms, the most that a study can have. */
	it("are others in each pool: no label of one is a label of another", () => {
		for (const seed of range(500)) {
			const pools = Object.values(poolLabelsOf(seedOf(seed), 16)).map((labels) => labels.map(labelText));
			expect(pools.map((labels) => new Set(labels.map(([letter]) => letter)).size)).toEqual([16, 16, 16]);
			expect(new Set(pools.flat()).size).toBe(48);
			expect(pools.flat().every((label) => /^[B-DF-HJ-NP-TV-XZ][2-9]$/.test(label))).toBe(true);
		}
	});

	it("of one pool say nothing of those of another: each place is as often taken by each arm", () => {
		const places = range(4000).map((seed) => {
			const { live, pilot } = poolLabelsOf(seedOf(seed), 4);
			const first = (labels: typeof live) => labels.map(labelText).indexOf(labels.map(labelText).sort()[0] ?? "");
			return (first(pilot) - first(live) + 4) % 4;
		});
		expect(equalShares(range(4).map((by) => places.filter((place) => place === by).length))?.p).toBeGreaterThan(1e-4);
	});

	it("of each pool are found in an export where they stand for other arms", () => {
		const { live, pilot, simulated } = poolLabelsOf(seedOf(1), 2);
		const record = recordOf({ arms: 2 });
		const arms = Object.entries({ live, pilot, simulated }).flatMap(([pool, labels]) =>
			labels.map((label, index) => ({ arm: ["x", "y"][index] ?? "", label: labelText(label), pool: pool as Pool })),
		);
		const exported = { ...new Trial(record, seedOf(1)).exported(), arms };
		expect(labelDifferences(exported)).toEqual([]);
		const other = arms.map((row, index) => ({ ...row, label: arms[(index + 2) % 6]?.label ?? "" }));
		expect(labelDifferences({ ...exported, arms: other })).toHaveLength(6);
		expect(labelDifferences({ ...exported, arms: arms.map(({ arm, label }) => ({ arm, label })) })).toHaveLength(6);
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
