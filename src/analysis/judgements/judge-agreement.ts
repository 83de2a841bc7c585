import {
	type Alpha,
	alphaInterval,
	type Judgements,
	krippendorffAlpha,
	type Scale,
} from "../agreement/krippendorff.ts";
import type { Missing } from "../inference/coefficients.ts";
import type { BootstrapInterval } from "../numeric/bootstrap.ts";
import type { Sampling } from "./sampling.ts";

/** One judge's value. Null if the item does not apply, or no answer was usable. */
export type JudgeScore = {
	readonly unit: string;
	readonly judge: string;
	/** From 1. */
	readonly repeat: number;
	/** Categories are numbers too; then `scale` is nominal. */
	readonly value: number | null;
};

export type AlphaWithInterval = (Alpha & { readonly interval: BootstrapInterval | null }) | Missing;

export type JudgeAgreement = {
	/** Treats each judge in each repeat as a coder. */
	readonly all: AlphaWithInterval;
	/** Uses each judge's first repeat. */
	readonly between: AlphaWithInterval;
	/** Uses the repeats of one judge. At temperature 0 they differ only by what the provider does not fix. */
	readonly within: Readonly<Record<string, AlphaWithInterval>>;
	readonly scores: number;
	/** Scores without a value. They do not count for agreement. */
	readonly missing: number;
};

/** Krippendorff's alpha of one item over judges, over repeats, and over both, with percentile intervals over draws of units. */
export function judgeAgreement(scores: readonly JudgeScore[], scale: Scale, sampling: Sampling): JudgeAgreement {
	const judges = [...new Set(scores.map(({ judge }) => judge))].sort();
	const within = judges.map((judge) => {
		const own = scores.filter((score) => score.judge === judge);
		return [judge, alphaOf(own, scale, sampling)] as const;
	});
	return {
		all: alphaOf(scores, scale, sampling),
		between: alphaOf(
			scores.filter(({ repeat }) => repeat === 1),
			scale,
			sampling,
		),
		within: Object.fromEntries(within),
		scores: scores.length,
		missing: scores.filter(({ value }) => value === null).length,
	};
}

function alphaOf(scores: readonly JudgeScore[], scale: Scale, sampling: Sampling): AlphaWithInterval {
	const judgements = byUnit(scores);
	const alpha = krippendorffAlpha(judgements, scale);
	return "missing" in alpha ? alpha : { ...alpha, interval: alphaInterval(judgements, scale, sampling) };
}

function byUnit(scores: readonly JudgeScore[]): Judgements {
	const units = new Map<string, (number | null)[]>();
	for (const { unit, value } of scores) units.set(unit, [...(units.get(unit) ?? []), value]);
	return [...units.values()];
}
