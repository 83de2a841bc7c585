/**
 * A value of another scale on PRISM's, linearly and rounded to whole points; what is on PRISM's already is not touched. A
 * change of unit, not of opinion: 1 to 7 becomes 1, 18, 34, 51, 67, 84, 100.
 */
export function rescaled(
	value: number,
	from: { readonly min: number; readonly max: number },
	to: { readonly min: number; readonly max: number },
): number {
	if (from.min === to.min && from.max === to.max) return value;
	return Math.round(to.min + ((value - from.min) * (to.max - to.min)) / (from.max - from.min));
}

/** Of scores and of attributes. */
export const POINTS = { min: 1, max: 100 };
/** Of stated preferences. */
export const AGREEMENT = { min: 0, max: 100 };
