import { sha256Of } from "../../shared/json.ts";

/**
 * Units for people to label, in the order of a hash of the seed and the unit: random, so that agreement on them speaks for all, and
 * without a trace of arms or times. A larger subset of the same seed contains the smaller one, and a new unit moves no other.
 */
export const subsetToLabel = (units: readonly string[], size: number, seed: string): string[] =>
	units
		.map((unit) => ({ unit, key: sha256Of(JSON.stringify([seed, unit])) }))
		.sort((one, other) => (one.key < other.key ? -1 : 1))
		.slice(0, Math.max(0, size))
		.map(({ unit }) => unit);
