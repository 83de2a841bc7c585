import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { range, recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import { commitmentTo } from "../../randomisation/allocator/log-chain.ts";
import type { Pool } from "../../randomisation/draw/pool.ts";
import { equalShares } from "../../randomisation/monitor/balance.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import { labelDifferences, labelsOf, poolLabelsOf } from "./draw-labels.ts";

const MOST_ARMS = 26;
const OF_FOUR = ["D6", "Q3", "X3", "S3"];
const PILOT_OF_FOUR = ["W5", "D6", "J8", "M9"];
const OF_TWENTY = "D6 Q3 X3 S3 J8 G3 L3 W9 M8 P4 T4 C3 F4 R9 Z3 K8 N4 B2 H7 V7";
const OF_TWENTY_ONE = "B8 D7 Q8 N6 V2 S7 G8 W9 G3 Z2 X3 K3 T8 R6 M4 J8 H3 F6 P3 C2 L4";

describe("the labels of a study's arms", () => {
	it("are a consonant and a digit, and share no letter", () => {
		for (const seed of range(cases(200))) {
			const labels = labelsOf(seedOf(seed), 16).map(labelText);
			expect(labels.every((label) => /^[B-DF-HJ-NP-TV-XZ][2-9]$/.test(label))).toBe(true);
			expect(new Set(labels.map((label) => label[0])).size).toBe(16);
		}
	});

	/* n = 4,000 studies; p > 1e-4. With fresh seeds a correct drawing fails with a chance of 1e-4 per test. */
	it("do not depend on the arms' order: each of four is first in the alphabet equally often", () => {
		const firsts = range(cases(4000)).map((seed) => {
			const labels = labelsOf(seedOf(seed), 4);
			return labels.indexOf([...labels].sort()[0] ?? labels[0] ?? never());
		});
		expect(equalShares(range(4).map((arm) => firsts.filter((first) => first === arm).length))?.p).toBeGreaterThan(1e-4);
	});

	it("never change for a seed", () => {
		expect(labelsOf(seedOf(1), 4)).toEqual(OF_FOUR);
		expect(poolLabelsOf(seedOf(1), 4).pilot).toEqual(PILOT_OF_FOUR);
		expect(labelsOf(seedOf(1), 20).join(" ")).toBe(OF_TWENTY);
		expect(poolLabelsOf(seedOf(1), 21).live.join(" ")).toBe(OF_TWENTY_ONE);
	});

	/* n = 200 studies of each size that the schema allows beyond the letters. */
	it("are unique in all pools with more arms than letters", () => {
		for (const arms of range(MOST_ARMS - 19).map((more) => 20 + more)) {
			for (const seed of range(cases(200))) {
				const labels = Object.values(poolLabelsOf(seedOf(seed), arms))
					.flat()
					.map(labelText);
				expect(new Set(labels).size).toBe(3 * arms);
				expect(labels.every((label) => /^[B-DF-HJ-NP-TV-XZ][2-9]$/.test(label))).toBe(true);
			}
		}
	});

	it("use no letter a third time before each has been used twice", () => {
		for (const seed of range(cases(200))) {
			const letters = labelsOf(seedOf(seed), 26).map((label) => labelText(label)[0]);
			expect(new Set(letters).size).toBe(20);
			expect(letters.every((letter) => letters.filter((other) => other === letter).length <= 2)).toBe(true);
		}
	});

	/* n = 4,000 studies; p > 1e-4. An arm's place must not reveal whether its letter came in the first round. */
	it("share a letter equally often at any place of 21 arms", () => {
		const places = range(cases(4000)).flatMap((seed) => {
			const letters = labelsOf(seedOf(seed), 21).map((label) => labelText(label)[0]);
			return letters.flatMap((letter, place) =>
				letters.indexOf(letter) !== letters.lastIndexOf(letter) ? [place] : [],
			);
		});
		expect(equalShares(range(21).map((at) => places.filter((place) => place === at).length))?.p).toBeGreaterThan(1e-4);
	});

	it("are refused if all labels are taken", () => expect(() => poolLabelsOf(seedOf(1), 54)).toThrow(RangeError));

	/* n = 500 studies of 16 arms. */
	it("differ between pools", () => {
		for (const seed of range(cases(500))) {
			const pools = Object.values(poolLabelsOf(seedOf(seed), 16)).map((labels) => labels.map(labelText));
			expect(pools.map((labels) => new Set(labels.map(([letter]) => letter)).size)).toEqual([16, 16, 16]);
			expect(new Set(pools.flat()).size).toBe(48);
			expect(pools.flat().every((label) => /^[B-DF-HJ-NP-TV-XZ][2-9]$/.test(label))).toBe(true);
		}
	});

	it("of one pool are independent of those of another: each place has each arm equally often", () => {
		const places = range(cases(4000)).map((seed) => {
			const { live, pilot } = poolLabelsOf(seedOf(seed), 4);
			const first = (labels: typeof live) => labels.map(labelText).indexOf(labels.map(labelText).sort()[0] ?? "");
			return (first(pilot) - first(live) + 4) % 4;
		});
		expect(equalShares(range(4).map((by) => places.filter((place) => place === by).length))?.p).toBeGreaterThan(1e-4);
	});

	it("of each pool are reported in an export if they name other arms", () => {
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

	it("are reported in an export if they name other arms", () => {
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
