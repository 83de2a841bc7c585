import { keyOf, levelOf } from "../../protocol/steps/stratum-key.ts";

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
	const values = factors.map((factor) => levelOf(given[factor]));
	return { key: keyOf(values), values };
}
