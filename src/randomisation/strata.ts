import { keyOf } from "../protocol/stratum-key.ts";

const UNKNOWN = "unknown";

export type Stratum = {
	/** Of its values, as quotas by stratum name it. */
	readonly key: string;
	/** In the order of the design's factors: the levels that minimisation balances. */
	readonly values: readonly string[];
};

/**
 * The stratum of a participant. A factor without a value is the level `unknown`: a missing answer never stops a
 * randomisation, and never hides in somebody else's stratum.
 */
export function stratumOf(factors: readonly string[], given: Readonly<Record<string, string>>): Stratum {
	const values = factors.map((factor) => level(given[factor]));
	return { key: keyOf(values), values };
}

/** A lone surrogate would have no canonical form. */
function level(value: string | undefined): string {
	const text = (value ?? "").toWellFormed().trim();
	return text === "" ? UNKNOWN : text;
}
