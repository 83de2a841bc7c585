import { below, type RandomStream } from "../../randomisation/draw/generator.ts";
import type { Missing } from "../inference/coefficients.ts";
import { at, range } from "../numeric/arrays.ts";
import { intervalWith } from "../numeric/bootstrap.ts";

/** Counts of categories, such as topics: one row for each participant. */
export type CategoryCounts = readonly (readonly number[])[];

export type Distance = {
	readonly distance: number;
	readonly lower: number;
	readonly upper: number;
	/** The mean distance if participants are assigned to the two sides at random: the expectation for equal distributions. */
	readonly byChance: number;
	/** The share of these random assignments with a distance at least as large. */
	readonly p: number;
	readonly n: readonly [number, number];
};

export type DistanceKind = "jensen-shannon" | "total-variation" | "hellinger";

/**
 * The distance between two distributions of categories, with the interval of `intervalWith` over draws of participants on each side, and
 * a permutation test. Distances between samples are never 0: compare with `byChance`. Jensen-Shannon distance in bits (Endres
 * and Schindelin 2003, IEEE Trans Inf Theory 49:1858-1860): 0 for equal distributions, 1 for disjoint ones.
 */
export function distributionDistance(
	one: CategoryCounts,
	other: CategoryCounts,
	kind: DistanceKind,
	{ draws, stream }: { readonly draws: number; readonly stream: RandomStream },
): Distance | Missing {
	if (one.length < 2 || other.length < 2)
		return { missing: "A distance with an interval needs two participants on each side." };
	const width = Math.max(...[...one, ...other].map((row) => row.length));
	const distance = (left: CategoryCounts, right: CategoryCounts): number | null => {
		const [p, q] = [sharesOf(left, width), sharesOf(right, width)];
		return p && q ? distanceBetween(p, q, kind) : null;
	};
	const observed = distance(one, other);
	if (observed === null) return { missing: "One of the two sides has no counts." };
	const resampled = range(draws).flatMap(() => distance(drawn(one, stream), drawn(other, stream)) ?? []);
	const dealt = range(draws).flatMap(() => {
		const mixed = permuted([...one, ...other], stream);
		return distance(mixed.slice(0, one.length), mixed.slice(one.length)) ?? [];
	});
	const interval = intervalWith(observed, resampled);
	if (!interval) return { missing: "No draw of participants has counts on both sides." };
	return {
		distance: observed,
		lower: interval.lower,
		upper: interval.upper,
		byChance: dealt.reduce((total, value) => total + value, 0) / dealt.length,
		p: (1 + dealt.filter((value) => value >= observed - 1e-12).length) / (1 + dealt.length),
		n: [one.length, other.length],
	};
}

function sharesOf(rows: CategoryCounts, width: number): Float64Array | null {
	const totals = new Float64Array(width);
	for (const row of rows)
		row.forEach((count, category) => {
			totals[category] = at(totals, category) + count;
		});
	const total = totals.reduce((sum, count) => sum + count, 0);
	return total > 0 ? totals.map((count) => count / total) : null;
}

export function distanceBetween(p: Float64Array, q: Float64Array, kind: DistanceKind): number {
	if (kind === "total-variation")
		return p.reduce((total, share, index) => total + Math.abs(share - at(q, index)), 0) / 2;
	if (kind === "hellinger")
		return Math.sqrt(
			p.reduce((total, share, index) => total + (Math.sqrt(share) - Math.sqrt(at(q, index))) ** 2, 0) / 2,
		);
	const divergence = p.reduce((total, share, index) => {
		const middle = (share + at(q, index)) / 2;
		return total + (bits(share, middle) + bits(at(q, index), middle)) / 2;
	}, 0);
	return Math.sqrt(Math.max(0, divergence));
}

const bits = (share: number, of: number): number => (share > 0 ? share * Math.log2(share / of) : 0);

const drawn = (rows: CategoryCounts, stream: RandomStream): CategoryCounts =>
	rows.map(() => rows[below(stream, rows.length)] ?? []);

/** Fisher and Yates in place: `shuffle` is quadratic, and this runs thousands of times. */
function permuted(rows: CategoryCounts, stream: RandomStream): CategoryCounts {
	const order = [...rows];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const chosen = below(stream, last + 1);
		[order[last], order[chosen]] = [order[chosen] ?? [], order[last] ?? []];
	}
	return order;
}
