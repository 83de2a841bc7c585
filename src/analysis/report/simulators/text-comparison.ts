import type { Estimate } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { Condition } from "./pairing.ts";

export type FeatureRow = { readonly label: string; readonly people: number; readonly simulated: number } & Estimate & {
		readonly holm?: number;
		readonly bh?: number;
	};

export type TextComparison = {
	/** Simulated minus people, for each of the 19 features of how people talk to assistants. */
	readonly features: readonly FeatureRow[];
	/** How well a classifier on these features tells simulated from real conversations; 0.5 is chance. */
	readonly classifier: Estimate;
	readonly topics: readonly ({ readonly label: string; readonly byChance?: number } & Estimate)[];
};

export type TextOptions = {
	readonly draws: number;
	readonly seed: string;
	readonly stopWords?: ReadonlySet<string>;
	readonly embeddings?: Embeddings;
};

export type Embeddings = { readonly model: string; readonly vectors: ReadonlyMap<string, readonly number[]> };

/** Compares what people and simulations wrote. Injected, because it is large and the Worker reads no texts. */
export type CompareTexts = (people: PoolTables, condition: Condition, options: TextOptions) => TextComparison;

export const NO_TEXTS = "The messages were not read: run npm run analyse on a data package with transcripts.";

export const withoutTexts = (): TextComparison => ({
	features: [],
	classifier: { missing: NO_TEXTS },
	topics: [{ label: "Distance", missing: NO_TEXTS }],
});
