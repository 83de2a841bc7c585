import { labelsOf, poolLabelsOf } from "../../../src/blinding/labels/draw-labels.ts";
import { below, chance, derivedSeed, randomStream, shuffle } from "../../../src/randomisation/draw/generator.ts";
import { imbalance, minimise } from "../../../src/randomisation/draw/minimisation.ts";
import { POOLS, type Pool } from "../../../src/randomisation/draw/pool.ts";
import { ALGORITHM, ALGORITHM_1, ALGORITHM_2, type OpeningRecord } from "../../../src/randomisation/draw/scheme.ts";
import { latinSquare, parallelGroups, williams } from "../../../src/randomisation/plan/designs.ts";
import { callSeed, itemOrder } from "../../../src/randomisation/plan/orders.ts";
import { numberOfOrders, topicOrder } from "../../../src/randomisation/plan/topic-designs.ts";
import { type Changes, firstRecordOf, range, recordOf, secondRecordOf, seedOf, Trial } from "./trial.ts";

const SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/**
 * Test vectors for other implementations, in any language. They are in `src/randomisation/draw/vectors.json`, and are tested in Node
 * and workerd. They contain inputs and outputs, so that they can be replayed without our code.
 */
export const computeVectors = () => ({
	version: 3,
	/** Of `trials`. */
	algorithm: ALGORITHM_1,
	streams: [["topics"], ["block", "live", "north / 18–29", 3], ["slots", 0], ["日本"]].map((purpose) => ({
		seed: SEED,
		purpose,
		words: take(20, randomStream(SEED, purpose).word),
		derivedSeed: derivedSeed(SEED, purpose),
	})),
	below: [1, 2, 6, 1000, 3 * 2 ** 30, 2 ** 32].map((bound) => {
		const stream = randomStream(SEED, ["below", bound]);
		return { seed: SEED, purpose: ["below", bound], bound, values: take(12, () => below(stream, bound)) };
	}),
	chances: [0.5, 0.8, 1].map((probability) => {
		const stream = randomStream(SEED, ["chance"]);
		return { seed: SEED, purpose: ["chance"], probability, values: take(24, () => chance(stream, probability)) };
	}),
	shuffles: [1, 2, 5, 16].map((size) => ({
		seed: SEED,
		purpose: ["shuffle", size],
		items: range(size),
		order: shuffle(randomStream(SEED, ["shuffle", size]), range(size)),
	})),
	sets: range(7).flatMap((index) => {
		const treatments = range(index + 2);
		return [
			{ order: "williams", treatments, sequences: williams(treatments) },
			{ order: "latin-square", treatments, sequences: latinSquare(treatments) },
			{ order: "parallel", treatments, sequences: parallelGroups(treatments) },
		];
	}),
	imbalances: (["range", "variance", "marginal-balance"] as const).flatMap((measure) =>
		[
			[4, 1, 3],
			[0, 0],
			[5, 5, 5, 6],
		].map((counts) => ({ measure, counts, imbalance: imbalance(measure, counts) })),
	),
	minimisations: range(8).map((index) => {
		const margins = [
			{ counts: [3, 5, 4], weight: 2 },
			{ counts: [4, 2, 2], weight: 1 },
		];
		const choice = { measure: "range", probability: 0.8 } as const;
		const purpose = ["minimisation", "live", index];
		return {
			seed: SEED,
			purpose,
			...choice,
			margins,
			treatment: minimise(randomStream(SEED, purpose), choice, margins, 3),
		};
	}),
	items: [
		{
			seed: SEED,
			purpose: "about",
			items: ["a", "b", "c", "d"],
			order: itemOrder(["a", "b", "c", "d"], SEED, "about"),
		},
	],
	calls: range(4).map((attempt) => ({
		seed: SEED,
		call: [1, 2, "b", attempt],
		callSeed: callSeed(SEED, 1, 2, "b", attempt),
	})),
	trials: TRIALS.map((changes) => firstRecordOf(changes)).map((record, number) => trialVector(record, number)),
	labels: [2, 4, 16].map((arms) => ({
		seed: SEED,
		arms,
		labels: labelsOf(SEED, arms),
		pools: poolLabelsOf(SEED, arms),
	})),
	pools: {
		algorithm: ALGORITHM_2,
		trials: TRIALS.map((changes) => secondRecordOf(changes)).map((record, number) =>
			trialVector(record, number, POOLS),
		),
	},
	topics: {
		algorithm: ALGORITHM,
		orders: [2, 3, 4, 5].map((topics) => ({
			topics,
			orders: range(numberOfOrders(topics)).map((index) => topicOrder(topics, index)),
		})),
		trials: TOPIC_TRIALS.map((changes) => recordOf(changes)).map((record, number) =>
			trialVector(record, number, POOLS),
		),
	},
});

const CONVERSATIONS = [
	{ id: "each", layout: "single", arms: "each" },
	{ id: "one", layout: "single", arms: 1 },
	{ id: "two", layout: "single", arms: 1 },
	{ id: "pick", layout: "best-of", arms: 2 },
	{ id: "panes", layout: "side-by-side", arms: 3 },
] as const;

const TRIALS: readonly Changes[] = [
	{ conversations: CONVERSATIONS },
	{ arms: 3, conversations: CONVERSATIONS, design: { blockSize: [6, 12], strata: ["attributes.sex"] } },
	{
		conversations: CONVERSATIONS,
		design: { order: "latin-square", replacement: "none" },
		quota: { total: 6 },
	},
	{ conversations: CONVERSATIONS, design: { order: "random" } },
	{ conversations: CONVERSATIONS.slice(1, 3), design: { kind: "parallel" } },
	{ conversations: CONVERSATIONS, design: { method: "minimisation", strata: ["attributes.sex"] } },
];

const topics = (count: number, arms: 1 | "each") =>
	Array.from({ length: count }, (_, index) => ({ id: `topic-${index + 1}`, layout: "single", arms }));
const STRATA = ["attributes.sex"];

const TOPIC_TRIALS: readonly Changes[] = [
	{ arms: 4, conversations: topics(3, "each") },
	{ arms: 3, conversations: topics(2, "each"), design: { blockSize: [6, 12], strata: STRATA } },
	{ arms: 2, conversations: topics(2, "each"), design: { replacement: "none" } },
	{ arms: 3, conversations: topics(3, "each"), design: { order: "latin-square" } },
	{ arms: 4, conversations: topics(3, "each"), design: { order: "random" } },
	{ arms: 4, conversations: topics(3, "each"), design: { method: "minimisation", strata: STRATA } },
	{ arms: 4, conversations: topics(4, 1) },
	{ arms: 3, conversations: topics(3, "each"), design: { topics: "across", strata: STRATA } },
	{ arms: 4, conversations: topics(6, "each"), design: { topics: "across", blockSize: [4, 8] } },
	{ arms: 4, conversations: topics(2, "each"), design: { topics: "across", order: "latin-square" } },
	{ arms: 2, conversations: topics(4, 1), design: { method: "minimisation" } },
	{ arms: 4, conversations: [...topics(2, "each"), ...CONVERSATIONS.slice(1)] },
];

/** Nine arrivals; the second leaves before the fifth comes, the third completes. A null plan is a refusal: the study was full. */
function trialVector(opening: OpeningRecord, number: number, pools: readonly Pool[] = ["live"]) {
	const trial = new Trial(opening, seedOf(1000 + number));
	const plans = range(9).map((index) => {
		if (index === 4) trial.release("se_1");
		if (index === 4) trial.confirm("se_2");
		const pool = pools[index % pools.length] ?? "live";
		return trial.arrive(`se_${index}`, { pool, strata: { "attributes.sex": index % 3 === 0 ? "f" : "m" } });
	});
	return { seed: trial.seed, plans, log: trial.lines };
}

function take<T>(count: number, draw: () => T): T[] {
	return Array.from({ length: count }, draw);
}
