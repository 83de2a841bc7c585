/**
 * Converts a value to PRISM's scale, linearly and rounded to whole points: 1 to 7 becomes 1, 18, 34, 51, 67, 84, 100. A value on
 * the same scale is not changed.
 */
export function rescaled(
	value: number,
	from: { readonly min: number; readonly max: number },
	to: { readonly min: number; readonly max: number },
): number {
	if (from.min === to.min && from.max === to.max) return value;
	return Math.round(to.min + ((value - from.min) * (to.max - to.min)) / (from.max - from.min));
}

/** PRISM's scale of scores and attributes. */
export const POINTS = { min: 1, max: 100 };
/** PRISM's scale of stated preferences. */
export const AGREEMENT = { min: 0, max: 100 };
