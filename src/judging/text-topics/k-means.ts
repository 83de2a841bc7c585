import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { addTo, cosine, denseOf, normalise, type SparseVector } from "./sparse.ts";

export type Clusters = {
	/** The cluster of each vector. */
	readonly members: Int32Array;
	readonly centres: readonly Float64Array[];
	/** The sum of cosines between vectors and their centres. Greater is better. */
	readonly cohesion: number;
};

const MAX_ROUNDS = 100;

/**
 * Spherical k-means (Dhillon and Modha 2001, Machine Learning 42:143-175) with centres from k-means++ (Arthur and Vassilvitskii
 * 2007). Returns the most cohesive of several starts. Vectors must have length 1, and there must be at least `k` of them.
 */
export function sphericalKMeans(
	vectors: readonly SparseVector[],
	dimensions: number,
	k: number,
	{ starts, stream }: { readonly starts: number; readonly stream: RandomStream },
): Clusters {
	let best: Clusters | null = null;
	for (let start = 0; start < starts; start += 1) {
		const found = converged(vectors, dimensions, firstCentres(vectors, dimensions, k, stream));
		if (best === null || found.cohesion > best.cohesion + 1e-12) best = found;
	}
	if (best === null) throw new RangeError("k-means needs a start");
	return best;
}

/** Draws each next centre from the vectors, with weights by their distance to the centres so far. */
function firstCentres(
	vectors: readonly SparseVector[],
	dimensions: number,
	k: number,
	stream: RandomStream,
): Float64Array[] {
	const distances = new Float64Array(vectors.length).fill(1);
	const centres: Float64Array[] = [];
	while (centres.length < k) {
		const vector = vectors[drawn(distances, stream)];
		if (vector === undefined) throw new RangeError("k-means needs at least as many vectors as clusters");
		const centre = denseOf(vector, dimensions);
		centres.push(centre);
		vectors.forEach((other, index) => {
			distances[index] = Math.min(distances[index] ?? 0, Math.max(0, 1 - cosine(other, centre)));
		});
	}
	return centres;
}

/** An index drawn in proportion to the weights; the last one if all weights are 0. */
function drawn(weights: Float64Array, stream: RandomStream): number {
	let left = uniform(stream) * weights.reduce((sum, weight) => sum + weight, 0);
	for (let index = 0; index < weights.length - 1; index += 1) {
		left -= weights[index] ?? 0;
		if (left < 0) return index;
	}
	return weights.length - 1;
}

/** Uniform on [0, 1) from 53 random bits, as in the generator's `chance`. */
const uniform = (stream: RandomStream): number => {
	const high = stream.word() >>> 5;
	return (high * 2 ** 26 + (stream.word() >>> 6)) / 2 ** 53;
};

/** Alternates between assigning vectors and moving centres until nothing changes. */
function converged(vectors: readonly SparseVector[], dimensions: number, start: readonly Float64Array[]): Clusters {
	let centres = start;
	let members = assigned(vectors, centres);
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		centres = movedCentres(vectors, dimensions, members, centres);
		const next = assigned(vectors, centres);
		if (next.every((cluster, index) => cluster === members[index])) break;
		members = next;
	}
	const cohesion = vectors.reduce((sum, vector, index) => sum + cosine(vector, centreOf(centres, members[index])), 0);
	return { members, centres, cohesion };
}

const centreOf = (centres: readonly Float64Array[], cluster: number | undefined): Float64Array =>
	centres[cluster ?? 0] ?? new Float64Array();

/** The nearest centre of each vector; the first of equally near ones. */
export function assigned(vectors: readonly SparseVector[], centres: readonly Float64Array[]): Int32Array {
	return Int32Array.from(vectors, (vector) => {
		let [best, nearest] = [0, Number.NEGATIVE_INFINITY];
		centres.forEach((centre, cluster) => {
			const closeness = cosine(vector, centre);
			if (closeness > nearest) [best, nearest] = [cluster, closeness];
		});
		return best;
	});
}

/** The new centres. An empty cluster keeps its centre. */
function movedCentres(
	vectors: readonly SparseVector[],
	dimensions: number,
	members: Int32Array,
	before: readonly Float64Array[],
): Float64Array[] {
	const centres = before.map(() => new Float64Array(dimensions));
	const sizes = new Int32Array(before.length);
	vectors.forEach((vector, index) => {
		const cluster = members[index] ?? 0;
		addTo(centreOf(centres, cluster), vector);
		sizes[cluster] = (sizes[cluster] ?? 0) + 1;
	});
	return centres.map((centre, cluster) => {
		if (sizes[cluster] === 0) return before[cluster] ?? centre;
		normalise(centre);
		return centre;
	});
}
