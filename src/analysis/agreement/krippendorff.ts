import type { RandomStream } from "../../randomisation/draw/generator.ts";
import type { Missing } from "../inference/coefficients.ts";
import { at } from "../numeric/arrays.ts";
import { type BootstrapInterval, clusterBootstrap, percentileInterval } from "../numeric/bootstrap.ts";

export type Scale = "nominal" | "ordinal" | "interval" | "ratio";

export type Alpha = { readonly alpha: number; readonly units: number; readonly values: number };

/** Judgements: one row for each unit, one cell for each judge; null if the judge did not judge the unit. */
export type Judgements = readonly (readonly (number | null)[])[];

/**
 * Krippendorff's alpha (2019, Content Analysis, 4th edition, chapter 12): 1 - observed by expected disagreement. Units with
 * fewer than two judgements carry no information and are left out.
 */
export function krippendorffAlpha(judgements: Judgements, scale: Scale): Alpha | Missing {
	const units = judgements.map(present).filter((values) => values.length > 1);
	return weightedAlpha(units, new Float64Array(units.length).fill(1), scale);
}

const present = (row: readonly (number | null)[]): number[] => row.filter((value) => value !== null);

/** Alpha with weighted units, as in a bootstrap draw. Each unit needs two judgements or more. */
export function weightedAlpha(
	units: readonly (readonly number[])[],
	weights: Float64Array,
	scale: Scale,
): Alpha | Missing {
	const counts = new Map<number, number>();
	units.forEach((values, unit) => {
		for (const value of values) counts.set(value, (counts.get(value) ?? 0) + at(weights, unit));
	});
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	if (total === 0) return { missing: "No unit has two judgements." };
	const known = [...counts].filter(([, count]) => count > 0).sort(([one], [other]) => one - other);
	if (known.length < 2)
		return { missing: "All judgements are the same, so chance agreement is perfect and alpha is not defined." };
	const distance = distanceOf(scale, known);
	const observed =
		units.reduce(
			(sum, values, unit) => sum + (at(weights, unit) * spreadOf(values, distance)) / (values.length - 1),
			0,
		) / total;
	const expected =
		known.reduce(
			(sum, [one, n]) => sum + known.reduce((inner, [other, m]) => inner + n * m * distance(one, other), 0),
			0,
		) /
		(total * (total - 1));
	return { alpha: 1 - observed / expected, units: units.length, values: total };
}

const spreadOf = (values: readonly number[], distance: (one: number, other: number) => number): number =>
	values.reduce((sum, one) => sum + values.reduce((inner, other) => inner + distance(one, other), 0), 0);

function distanceOf(
	scale: Scale,
	known: readonly (readonly [number, number])[],
): (one: number, other: number) => number {
	if (scale === "nominal") return (one, other) => Number(one !== other);
	if (scale === "interval") return (one, other) => (one - other) ** 2;
	if (scale === "ratio") return (one, other) => (one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2);
	// The number of judgements between two ranks, counting those at the ends half.
	const middle = new Map<number, number>();
	let below = 0;
	for (const [value, count] of known) {
		middle.set(value, below + count / 2);
		below += count;
	}
	return (one, other) => ((middle.get(one) ?? 0) - (middle.get(other) ?? 0)) ** 2;
}

/** A percentile interval over draws of units. Null if too few draws have an alpha. */
export function alphaInterval(
	judgements: Judgements,
	scale: Scale,
	{ draws, stream }: { readonly draws: number; readonly stream: RandomStream },
): BootstrapInterval | null {
	const units = judgements.map(present).filter((values) => values.length > 1);
	if (units.length < 2) return null;
	const found = clusterBootstrap(units.length, draws, stream, (weights) => {
		const drawn = weightedAlpha(units, weights, scale);
		return "missing" in drawn ? null : Float64Array.of(drawn.alpha);
	});
	return percentileInterval(found.values.map(([alpha = Number.NaN]) => alpha));
}
