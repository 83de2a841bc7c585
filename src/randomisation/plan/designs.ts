import type { Design } from "../../protocol/schema/schema.ts";

/** A complete set of sequences has exactly the balance that the design promises. A part of a set promises nothing. */
export type SequenceSet<T> = readonly (readonly T[])[];

/**
 * The cyclic square: each treatment once in each sequence and once at each position. Carry-over is not balanced, because
 * each treatment nearly always follows the same one; use `williams` for that.
 */
export const latinSquare = <T>(treatments: readonly T[]): SequenceSet<T> =>
	treatments.map((_, row) => [...treatments.slice(row), ...treatments.slice(0, row)]);

/**
 * Williams (1949), "Experimental designs balanced for the estimation of residual effects of treatments", Australian
 * Journal of Scientific Research A 2, 149-168: a cyclic square from the zigzag 0, 1, n-1, 2, n-2, …. If n is even, every
 * treatment follows every other once. If n is odd, the mirrored square is needed too, and every treatment follows every
 * other twice.
 */
export function williams<T>(treatments: readonly T[]): SequenceSet<T> {
	const size = treatments.length;
	const zigzag = treatments.map((_, column) => (column % 2 === 1 ? (column + 1) / 2 : (size - column / 2) % size));
	const square = treatments.map((_, row) =>
		zigzag.flatMap((step) => treatments.slice((row + step) % size).slice(0, 1)),
	);
	const mirrored = square.map((sequence) => [...sequence].reverse());
	return size % 2 === 0 || size === 1 ? square : [...square, ...mirrored];
}

/** One sequence for each group, with the group's only treatment. */
export const parallelGroups = <T>(treatments: readonly T[]): SequenceSet<T> =>
	treatments.map((treatment) => [treatment]);

/**
 * The complete set of a design. Null if every participant's order is drawn singly (`random`). A parallel design has
 * groups, whatever its `order` is.
 */
export function sequenceSet<T>(
	design: Pick<Design, "kind" | "order">,
	treatments: readonly T[],
): SequenceSet<T> | null {
	if (design.kind === "parallel") return parallelGroups(treatments);
	switch (design.order) {
		case "williams":
			return williams(treatments);
		case "latin-square":
			return latinSquare(treatments);
		case "random":
			return null;
	}
}
