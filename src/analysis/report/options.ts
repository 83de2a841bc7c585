import type { CompareTexts, Embeddings } from "./simulators/text-comparison.ts";
import type { Pool } from "./tables/study-tables.ts";

export type ReportOptions = {
	readonly pool: Pool;
	/** Draws of whole participants for percentile intervals; 0 for none, as in the Worker. */
	readonly draws: number;
	readonly seed: string;
	/** Words that topics leave out. Without them topics are not sorted, as in the Worker. */
	readonly stopWords?: ReadonlySet<string>;
	readonly compareTexts?: CompareTexts;
	/** Vectors of an embedding model, by opening message. Without them topics are sorted by TF-IDF. */
	readonly embeddings?: Embeddings;
};
