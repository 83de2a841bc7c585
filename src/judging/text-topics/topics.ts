import { err, ok, type Result } from "../../shared/result.ts";
import type { Clusters } from "./k-means.ts";
import { bestClusters } from "./number-of-topics.ts";
import { type SparseVector, unitVector } from "./sparse.ts";
import { termsOf } from "./terms.ts";
import { type TermVectors, tfidf } from "./tfidf.ts";

export type OpeningMessage = { readonly text: string; readonly language: string | null };

export type TopicOptions = {
	/** 64 hex digits. */
	readonly seed: string;
	readonly stopWords: ReadonlySet<string>;
	/** The number of topics, instead of the one that fits best. */
	readonly topics?: number;
	/** A vector for each opening from an embedding model, all of one length. Without them, TF-IDF vectors are clustered. */
	readonly embeddings?: readonly (readonly number[])[];
};

export type Topic = {
	/** The three heaviest terms. */
	readonly name: string;
	/** Up to ten terms, the heaviest first. */
	readonly terms: readonly string[];
	readonly size: number;
};

export type Topics = {
	readonly method: "tf-idf" | "embeddings";
	/** The largest topic first. */
	readonly topics: readonly Topic[];
	/** The topic of each opening, as its index in `topics`. Null for an opening without a term, such as "ok?". */
	readonly members: readonly (number | null)[];
};

/** A term of a single opening connects no openings. */
const FEWEST_OPENINGS = 2;

/**
 * Topics of opening messages. All openings are clustered together, so that people's and simulated messages are sorted into the
 * same topics.
 */
export function topicsOf(openings: readonly OpeningMessage[], options: TopicOptions): Result<Topics, string> {
	const documents = openings.map(({ text, language }) => termsOf(text, language, options.stopWords));
	const terms = tfidf(documents, FEWEST_OPENINGS);
	const space = options.embeddings === undefined ? ok(termSpace(terms)) : embeddedSpace(options.embeddings, openings);
	if (!space.ok) return space;
	const { vectors, dimensions, method } = space.value;
	const places = vectors.flatMap((vector, index) => (vector === null ? [] : [index]));
	const usable = vectors.filter((vector) => vector !== null);
	if (options.topics !== undefined && !(Number.isInteger(options.topics) && options.topics >= 1))
		return err("The number of topics is a whole number from 1.");
	const clusters = bestClusters(usable, dimensions, options.seed, options.topics);
	if (clusters === null)
		return err(
			`Topics need ${options.topics ?? 4} openings that share words with others, but there are only ${usable.length}.`,
		);
	return ok({ method, ...namedTopics(clusters, places, openings.length, terms) });
}

type Space = {
	readonly method: Topics["method"];
	readonly vectors: readonly (SparseVector | null)[];
	readonly dimensions: number;
};

const termSpace = ({ terms, vectors }: TermVectors): Space => ({
	method: "tf-idf",
	vectors,
	dimensions: terms.length,
});

function embeddedSpace(
	embeddings: readonly (readonly number[])[],
	openings: readonly OpeningMessage[],
): Result<Space, string> {
	const dimensions = embeddings[0]?.length ?? 0;
	if (embeddings.length !== openings.length)
		return err(`There are ${openings.length} openings and ${embeddings.length} vectors.`);
	if (embeddings.some((vector) => vector.length !== dimensions || !vector.every(Number.isFinite)))
		return err("All vectors need the same length and finite numbers.");
	const vectors = embeddings.map((vector) => unitVector(vector.map((value, place) => [place, value] as const)));
	return ok({ method: "embeddings", vectors, dimensions });
}

function namedTopics(clusters: Clusters, places: readonly number[], openings: number, terms: TermVectors) {
	const inCluster = clusters.centres.map((_, cluster) => places.filter((_, at) => clusters.members[at] === cluster));
	const order = inCluster
		.map((members, cluster) => ({ members, cluster }))
		.filter(({ members }) => members.length > 0)
		.sort((one, other) => other.members.length - one.members.length || one.cluster - other.cluster);
	const members: (number | null)[] = new Array(openings).fill(null);
	order.forEach(({ members: own }, topic) => {
		for (const place of own) members[place] = topic;
	});
	return { topics: order.map(({ members: own }) => topicOf(own, terms)), members };
}

/** Topics are named by TF-IDF terms even if embeddings formed the clusters. */
function topicOf(places: readonly number[], { terms, vectors }: TermVectors): Topic {
	const weights = new Map<number, number>();
	for (const place of places) {
		const vector = vectors[place];
		vector?.places.forEach((term, index) => {
			weights.set(term, (weights.get(term) ?? 0) + (vector.values[index] ?? 0));
		});
	}
	const heaviest = [...weights].sort(([one, weight], [other, otherWeight]) => otherWeight - weight || one - other);
	const names = heaviest.slice(0, 10).map(([term]) => terms[term] ?? "");
	return { name: names.slice(0, 3).join(", ") || "(no shared words)", terms: names, size: places.length };
}

/** How often each participant opened with each topic: one row for each participant, in the order of `participants`. */
export function countsByParticipant(
	{ topics, members }: Topics,
	owners: readonly string[],
	participants: readonly string[],
): number[][] {
	const rows = new Map(participants.map((participant) => [participant, new Array<number>(topics.length).fill(0)]));
	members.forEach((topic, index) => {
		const row = rows.get(owners[index] ?? "");
		if (topic !== null && row !== undefined) row[topic] = (row[topic] ?? 0) + 1;
	});
	return [...rows.values()];
}
