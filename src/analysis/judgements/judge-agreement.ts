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

/** One value that a judge gave. Null where the judge said that the item does not apply, or no answer could be used. */
export type JudgeScore = {
	readonly unit: string;
	readonly judge: string;
	/** From 1. */
	readonly repeat: number;
	/** A category is a number too; `scale` says that it is nominal. */
	readonly value: number | null;
};

export type AlphaWithInterval = (Alpha & { readonly interval: BootstrapInterval | null }) | Missing;

export type JudgeAgreement = {
	/** Every judge in every repeat is a coder. */
	readonly all: AlphaWithInterval;
	/** Each judge's first repeat. */
	readonly between: AlphaWithInterval;
	/** The repeats of one judge. At temperature 0 they differ by what the provider does not hold fixed. */
	readonly within: Readonly<Record<string, AlphaWithInterval>>;
	readonly scores: number;
	/** Of them without a value. They count for no agreement. */
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
