import { readFileSync } from "node:fs";
import fc from "fast-check";
import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { randomStream } from "../../randomisation/draw/generator.ts";
import { sphericalKMeans } from "./k-means.ts";
import { simplifiedSilhouette } from "./number-of-topics.ts";
import { denseOf, unitVector } from "./sparse.ts";
import { stopWordsOf } from "./stop-words.ts";
import { termsOf } from "./terms.ts";
import { tfidf } from "./tfidf.ts";
import { countsByParticipant, type OpeningMessage, type TopicOptions, topicsOf } from "./topics.ts";

const golden: { tfidf: { documents: string[][]; terms: string[]; vectors: number[][] } } = JSON.parse(
	readFileSync("test/golden/measures.json", "utf8"),
);

const SEED = "c".repeat(64);
const options: TopicOptions = { seed: SEED, stopWords: stopWordsOf(lists, ["en"]) };
const english = (text: string): OpeningMessage => ({ text, language: "en" });

const SUBJECTS = [
	["flights paris hotel", "hotel paris museum", "flights london hotel", "museum london paris"],
	["god church prayer", "church bible god", "prayer bible faith", "faith god church"],
	["salary manager interview", "interview cv salary", "manager cv career", "career interview salary"],
].map((words) => words.map((text) => english(`Tell me about ${text}`)));

describe("TF-IDF", () => {
	it("has scikit-learn's terms and vectors", () => {
		const { documents, terms, vectors } = golden.tfidf;
		const found = tfidf(documents);
		expect(found.terms).toEqual(terms);
		found.vectors.forEach((vector, index) => {
			const dense = vector === null ? [] : [...denseOf(vector, terms.length)];
			dense.forEach((value, place) => {
				expect(value).toBeCloseTo(vectors[index]?.[place] ?? Number.NaN, 12);
			});
		});
	});

	it("has no vector for a document without a known term", () => {
		expect(tfidf([["a", "b"], ["a"], ["c"]], 2).vectors.map((vector) => vector === null)).toEqual([false, false, true]);
	});
});

describe("terms", () => {
	it.each([
		["What's the best way to fly to Paris?", "en", ["fly", "paris"]],
		["I don't trust YOU, 100%!", "en", ["trust"]],
		["¿Cuál es la mejor manera de ahorrar?", "es", ["ahorrar"]],
		["ﬁnance", "en", ["finance"]],
		["", "en", []],
	])("of %j", (text, language, terms) => {
		expect(termsOf(text, language, stopWordsOf(lists, [language]))).toEqual(terms);
	});

	it("are also found in scripts without spaces", () => {
		expect(termsOf("天気について教えてください", "ja", stopWordsOf(lists, ["ja"]))).toContain("天気");
	});
});

describe("topics", () => {
	const openings = SUBJECTS.flat();

	it("finds the three prepared subjects, and names them by their terms", () => {
		const found = topicsOf(openings, options);
		if (!found.ok) throw new Error(found.error);
		const { topics, members, method } = found.value;
		expect(method).toBe("tf-idf");
		expect(topics.map(({ size }) => size)).toEqual([4, 4, 4]);
		for (const from of [0, 4, 8]) expect(new Set(members.slice(from, from + 4)).size).toBe(1);
		expect(topics.flatMap(({ terms }) => terms)).toEqual(expect.arrayContaining(["hotel", "god", "salary"]));
		expect(topics.every(({ name }) => name.split(", ").length === 3)).toBe(true);
	});

	it("are the same for the same seed, and as many as requested", () => {
		expect(topicsOf(openings, options)).toEqual(topicsOf(openings, options));
		const two = topicsOf(openings, { ...options, topics: 2 });
		expect(two.ok && two.value.topics.length).toBe(2);
	});

	it("are made from embeddings if given, and still named by terms", () => {
		const embeddings = openings.map((_, index) => [Math.floor(index / 6), 1 - Math.floor(index / 6), 0.01 * index]);
		const found = topicsOf(openings, { ...options, embeddings });
		if (!found.ok) throw new Error(found.error);
		expect(found.value).toMatchObject({ method: "embeddings", topics: [{ size: 6 }, { size: 6 }] });
		expect(found.value.topics[0]?.terms.length).toBeGreaterThan(2);
	});

	it("leave out openings without a term", () => {
		const found = topicsOf([...openings, english("ok?"), english("")], options);
		expect(found.ok && found.value.members.slice(12)).toEqual([null, null]);
	});

	it("are counted by participant, with a row even for a participant without openings", () => {
		const topics = { method: "tf-idf", topics: [topic("a"), topic("b")], members: [0, 1, null, 1] } as const;
		expect(countsByParticipant(topics, ["p", "p", "p", "q"], ["p", "q", "r"])).toEqual([
			[1, 1],
			[0, 1],
			[0, 0],
		]);
	});

	it.each([
		[[], {}, /need 4 openings.*there are only 0/],
		[[english("hello"), english("hello")], {}, /there are only 0/],
		[openings, { topics: 0 }, /whole number from 1/],
		[openings, { topics: 99 }, /need 99 openings/],
		[openings, { embeddings: [[1]] }, /12 openings and 1 vectors/],
		[openings, { embeddings: openings.map((_, index) => [index, Number.NaN]) }, /finite numbers/],
	])("are refused with a clear error: %#", (some, changes, words) => {
		expect(topicsOf(some, { ...options, ...changes })).toEqual({ ok: false, error: expect.stringMatching(words) });
	});

	const topic = (name: string) => ({ name, terms: [name], size: 1 });
});

describe("k-means", () => {
	const vector = fc
		.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
		.map((values) => unitVector(values.map((value, place) => [place, value] as const)))
		.filter((found) => found !== null);

	it("puts every vector at its nearest centre, and keeps the silhouette within its range", () => {
		fc.assert(
			fc.property(fc.array(vector, { minLength: 3, maxLength: 25 }), fc.integer({ min: 1, max: 3 }), (vectors, k) => {
				const clusters = sphericalKMeans(vectors, 4, k, { starts: 2, stream: randomStream(SEED, ["k"]) });
				expect(clusters.members).toHaveLength(vectors.length);
				expect(clusters.centres).toHaveLength(k);
				expect(Math.abs(simplifiedSilhouette(vectors, clusters))).toBeLessThanOrEqual(1);
			}),
			{ numRuns: cases(60) },
		);
	});
});
