import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { addTo, cosine, denseOf, normalise, type SparseVector } from "./sparse.ts";

export type Clusters = {
	/** The cluster of each vector. */
	readonly members: Int32Array;
	readonly centres: readonly Float64Array[];
	/** The sum of cosines of vectors with their centres. More is better. */
	readonly cohesion: number;
};

const MOST_ROUNDS = 100;

/**
 * Spherical k-means (Dhillon and Modha 2001, Machine Learning 42:143-175) from centres by k-means++ (Arthur and Vassilvitskii 2007):
 * the most cohesive of several starts. Vectors have length 1, and there are at least `k` of them.
 */
export function sphericalKMeans(
	vectors: readonly SparseVector[],
	dimensions: number,
	k: number,
	{ starts, stream }: { readonly starts: number; readonly stream: RandomStream },
): Clusters {
	let best: Clusters | null = null;
	for (let start = 0; start < starts; start += 1) {
		const found = settled(vectors, dimensions, firstCentres(vectors, dimensions, k, stream));
		if (best === null || found.cohesion > best.cohesion + 1e-12) best = found;
	}
	if (best === null) throw new RangeError("k-means needs a start");
	return best;
}

/** Each next centre is a vector, drawn by how far it is from the centres so far. */
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
		if (vector === undefined) throw new RangeError("there are fewer vectors than clusters");
		const centre = denseOf(vector, dimensions);
		centres.push(centre);
		vectors.forEach((other, index) => {
			distances[index] = Math.min(distances[index] ?? 0, Math.max(0, 1 - cosine(other, centre)));
		});
	}
	return centres;
}

/** An index with a chance in proportion to its weight; the last one where all weights are 0. */
function drawn(weights: Float64Array, stream: RandomStream): number {
	let left = uniform(stream) * weights.reduce((sum, weight) => sum + weight, 0);
	for (let index = 0; index < weights.length - 1; index += 1) {
		left -= weights[index] ?? 0;
		if (left < 0) return index;
	}
	return weights.length - 1;
}

/** Uniform on [0, 1), from 53 random bits, as the generator's `chance` reads them. */
const uniform = (stream: RandomStream): number => {
	const high = stream.word() >>> 5;
	return (high * 2 ** 26 + (stream.word() >>> 6)) / 2 ** 53;
};

/** Assigns and moves centres in turn, until nothing changes. */
function settled(vectors: readonly SparseVector[], dimensions: number, start: readonly Float64Array[]): Clusters {
	let centres = start;
	let members = assigned(vectors, centres);
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		centres = moved(vectors, dimensions, members, centres);
		const next = assigned(vectors, centres);
		if (next.every((cluster, index) => cluster === members[index])) break;
		members = next;
	}
	const cohesion = vectors.reduce((sum, vector, index) => sum + cosine(vector, centreOf(centres, members[index])), 0);
	return { members, centres, cohesion };
}

const centreOf = (centres: readonly Float64Array[], cluster: number | undefined): Float64Array =>
	centres[cluster ?? 0] ?? new Float64Array();

/** The nearest centre; of equally near ones the first. */
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

/** An empty cluster keeps its centre. */
function moved(
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
