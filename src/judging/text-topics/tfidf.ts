import { type SparseVector, unitVector } from "./sparse.ts";

export type TermVectors = {
	readonly terms: readonly string[];
	/** Null for a document without a term of the vocabulary. */
	readonly vectors: readonly (SparseVector | null)[];
};

/**
 * Term frequency by inverse document frequency (Salton and Buckley 1988), smoothed and normalised to length 1 like scikit-
 * learn's `TfidfVectorizer`: tf × (ln((1 + n) / (1 + df)) + 1). Terms that occur in fewer than `fewest` documents are left out.
 */
export function tfidf(documents: readonly (readonly string[])[], fewest = 1): TermVectors {
	const frequencies = new Map<string, number>();
	for (const words of documents) for (const word of new Set(words)) add(frequencies, word);
	const terms = [...frequencies].filter(([, count]) => count >= fewest).map(([term]) => term);
	terms.sort((one, other) => (one < other ? -1 : 1));
	const places = new Map(terms.map((term, place) => [term, place]));
	const weight = (term: string): number => Math.log((1 + documents.length) / (1 + (frequencies.get(term) ?? 0))) + 1;
	const weights = terms.map(weight);
	const vectors = documents.map((words) => {
		const counts = new Map<number, number>();
		for (const word of words) {
			const place = places.get(word);
			if (place !== undefined) add(counts, place);
		}
		return unitVector([...counts].map(([place, count]) => [place, count * (weights[place] ?? 0)] as const));
	});
	return { terms, vectors };
}

function add<K>(counts: Map<K, number>, key: K): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
