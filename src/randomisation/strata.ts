/** The one stratum of a study that has none. */
export const WHOLE_STUDY = "all";

const UNKNOWN = "unknown";
const SEPARATOR = " / ";

export type Stratum = {
	/** Its values joined with ` / `, as quotas by stratum name it. */
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

export const keyOf = (values: readonly string[]): string =>
	values.length === 0 ? WHOLE_STUDY : values.join(SEPARATOR);

/** The separator is taken out of a value, for two strata must not share a key; a lone surrogate would have no canonical form. */
function level(value: string | undefined): string {
	const text = (value ?? "").toWellFormed().trim().replaceAll(SEPARATOR, "/");
	return text === "" ? UNKNOWN : text;
}
