import { randomStream } from "../../randomisation/draw/generator.ts";
import { type Clusters, sphericalKMeans } from "./k-means.ts";
import { cosine, type SparseVector } from "./sparse.ts";

const MOST_TOPICS = 20;
const STARTS = 5;

/**
 * The clusters of the best number of topics: from 2 to the square root of the number of vectors, at most 20, the number with
 * the greatest mean simplified silhouette (Vendramin, Campello and Hruschka 2010, Stat Anal Data Min 3:209-235), which compares
 * each vector's distance to its own centre with that to the next. The smaller of equally good numbers.
 */
export function bestClusters(
	vectors: readonly SparseVector[],
	dimensions: number,
	seed: string,
	asked?: number,
): Clusters | null {
	const most = Math.min(MOST_TOPICS, Math.floor(Math.sqrt(vectors.length)));
	const numbers =
		asked === undefined ? Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 2) : [asked];
	let [best, fit]: [Clusters | null, number] = [null, Number.NEGATIVE_INFINITY];
	for (const k of numbers.filter((number) => number <= vectors.length)) {
		const stream = randomStream(seed, ["topics", k]);
		const clusters = sphericalKMeans(vectors, dimensions, k, { starts: STARTS, stream });
		const own = simplifiedSilhouette(vectors, clusters);
		if (own > fit + 1e-12) [best, fit] = [clusters, own];
	}
	return best;
}

/** From -1 to 1: 1 if every vector is at its own centre and far from all others. */
export function simplifiedSilhouette(vectors: readonly SparseVector[], { members, centres }: Clusters): number {
	const values = vectors.map((vector, index) => {
		const distances = centres.map((centre) => Math.max(0, 1 - cosine(vector, centre)));
		const own = distances[members[index] ?? 0] ?? 0;
		const next = Math.min(...distances.filter((_, cluster) => cluster !== members[index]));
		const larger = Math.max(own, next);
		return larger > 0 && Number.isFinite(larger) ? (next - own) / larger : 0;
	});
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
