import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { randomStream } from "../../randomisation/draw/generator.ts";
import { weightedKappa } from "../agreement/weighted-kappa.ts";
import { calibrate, calibrateCategories, type LabelledScore } from "./calibration.ts";
import { type JudgeScore, judgeAgreement } from "./judge-agreement.ts";
import { positionBias, type SwappedPair, verdictOf } from "./position-bias.ts";

const golden: {
	kappa: Record<"quadratic" | "linear" | "unweighted" | "alphaInterval" | "alphaOrdinal" | "alphaNominal", number> & {
		human: number[];
		judge: number[];
	};
} = JSON.parse(readFileSync("test/golden/measures.json", "utf8"));

const SEED = "1".repeat(64);
const sampling = () => ({ draws: 200, stream: randomStream(SEED, ["test"]) });
const missing = (words: RegExp) => ({ missing: expect.stringMatching(words) });
const { human, judge } = golden.kappa;
const ones = new Float64Array(human.length).fill(1);
const pairs = human.map((value, index) => [value, judge[index] ?? 0]);

const labelled: LabelledScore[] = human.map((value, index) => ({
	unit: `u${index}`,
	cluster: `p${index % 6}`,
	judge: judge[index] ?? 0,
	human: value,
}));

describe("a judge against people", () => {
	it.each(["quadratic", "linear", "unweighted"] as const)("has scikit-learn's %s kappa", (kind) => {
		expect(weightedKappa(pairs, ones, kind)).toBeCloseTo(golden.kappa[kind], 12);
	});

	it("has the krippendorff package's alpha, and errors calculated by hand", () => {
		const found = calibrate(labelled, sampling());
		expect(found).toMatchObject({
			n: 12,
			clusters: 6,
			alpha: { estimate: expect.closeTo(golden.kappa.alphaInterval, 12) },
			kappa: { estimate: expect.closeTo(golden.kappa.quadratic, 12) },
			meanAbsoluteError: { estimate: expect.closeTo(5 / 12, 12) },
			bias: { estimate: expect.closeTo(1 / 12, 12) },
			exact: { estimate: expect.closeTo(7 / 12, 12) },
			withinOne: { estimate: 1 },
		});
	});

	it("has kappa and nominal alpha for categories", () => {
		expect(calibrateCategories(labelled, sampling())).toMatchObject({
			n: 12,
			exact: { estimate: expect.closeTo(7 / 12, 12) },
			kappa: { estimate: expect.closeTo(golden.kappa.unweighted, 12) },
			alpha: { estimate: expect.closeTo(golden.kappa.alphaNominal, 12) },
		});
		expect(calibrateCategories([], sampling())).toEqual(missing(/No unit/));
	});

	it("has intervals around the estimates, the same ones for the same seed", () => {
		const found = calibrate(labelled, sampling());
		expect(found).toEqual(calibrate(labelled, sampling()));
		if ("missing" in found || "missing" in found.bias) throw new Error("no bias");
		expect(found.bias.lower).toBeLessThan(1 / 12);
		expect(found.bias.upper).toBeGreaterThan(1 / 12);
	});

	it("gives the reason if an estimate is missing", () => {
		const same = labelled.map((row) => ({ ...row, judge: 3, human: 3 }));
		expect(calibrate([], sampling())).toEqual(missing(/No unit/));
		expect(calibrate(same, sampling())).toMatchObject({
			kappa: missing(/same/),
			alpha: missing(/same/),
			exact: { estimate: 1 },
		});
		const alone = labelled.map((row) => ({ ...row, cluster: "p" }));
		expect(calibrate(alone, sampling())).toMatchObject({ bias: missing(/two clusters/) });
	});

	it("has kappa 1 and no error for any equal scores", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 30 }), (scores) => {
				const equal = scores.map((score, index) => ({
					unit: `${index}`,
					cluster: `${index}`,
					judge: score,
					human: score,
				}));
				const found = calibrate(equal, { draws: 5, stream: randomStream(SEED, ["property"]) });
				if ("missing" in found) throw new Error("no scores");
				expect(found.meanAbsoluteError).toMatchObject({ estimate: 0 });
				if (new Set(scores).size > 1)
					expect(
						weightedKappa(
							equal.map((row) => [row.judge, row.human]),
							new Float64Array(scores.length).fill(1),
							"linear",
						),
					).toBe(1);
			}),
			{ numRuns: cases(50) },
		);
	});
});

describe("judges among themselves", () => {
	const score = (unit: number, name: string, repeat: number, value: number | null): JudgeScore => ({
		unit: `u${unit}`,
		judge: name,
		repeat,
		value,
	});

	it("has alpha between judges, within a judge, and over all", () => {
		const scores = human.flatMap((value, unit) => [
			score(unit, "a", 1, value),
			score(unit, "a", 2, value),
			score(unit, "b", 1, judge[unit] ?? 0),
			score(unit, "b", 2, null),
		]);
		const found = judgeAgreement(scores, "ordinal", sampling());
		expect(found.between).toMatchObject({ alpha: expect.closeTo(golden.kappa.alphaOrdinal, 12), units: 12 });
		expect(found.within.a).toMatchObject({ alpha: 1 });
		expect(found.within.b).toEqual(missing(/No unit has two/));
		expect(found).toMatchObject({ scores: 48, missing: 12 });
	});

	it("has no alpha without scores", () => {
		expect(judgeAgreement([], "nominal", sampling()).all).toEqual(missing(/No unit has two/));
	});
});

describe("a judge of pairs", () => {
	const pair = (index: number, asGiven: SwappedPair["asGiven"], swapped: SwappedPair["swapped"]): SwappedPair => ({
		pair: `${index}`,
		cluster: `p${index}`,
		asGiven,
		swapped,
	});

	it.each([
		["first", "second", "first_reply"],
		["second", "first", "second_reply"],
		["first", "first", "position"],
		["second", "second", "position"],
		["equal", "equal", "equal"],
		["equal", "first", "unsure"],
	] as const)("that answers %s, and %s in the other order, gives the verdict %s", (asGiven, swapped, verdict) => {
		expect(verdictOf(pair(0, asGiven, swapped))).toBe(verdict);
	});

	it("has shares of first places and of consistent pairs", () => {
		const found = positionBias(
			[
				pair(0, "first", "second"),
				pair(1, "first", "first"),
				pair(2, "first", "first"),
				pair(3, "second", "first"),
				pair(4, "equal", "equal"),
			],
			sampling(),
		);
		expect(found).toMatchObject({
			pairs: 5,
			firstShare: { estimate: 6 / 8 },
			consistent: { estimate: 3 / 5 },
			prefersFirstReply: { estimate: 1 / 2 },
			verdicts: { first_reply: 1, second_reply: 1, equal: 1, unsure: 0, position: 2 },
		});
	});

	it("gives the reason if an estimate is missing", () => {
		expect(positionBias([], sampling())).toEqual(missing(/both orders/));
		expect(positionBias([pair(0, "equal", "equal"), pair(1, "equal", "equal")], sampling())).toMatchObject({
			firstShare: { missing: expect.any(String) },
			consistent: { estimate: 1 },
		});
	});
});
