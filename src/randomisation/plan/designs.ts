import type { Design } from "../../protocol/schema/schema.ts";

/**
 * A complete set of sequences balances what the design promises to balance, exactly: everybody who shares a block of it is
 * needed for that, and a part of a set promises nothing.
 */
export type SequenceSet<T> = readonly (readonly T[])[];

/**
 * Each treatment once in each sequence and once at each position: the cyclic square. Carry-over is not balanced, each
 * treatment follows the same one nearly always; `williams` is there for that.
 */
export const latinSquare = <T>(treatments: readonly T[]): SequenceSet<T> =>
	treatments.map((_, row) => [...treatments.slice(row), ...treatments.slice(0, row)]);

/**
 * Williams (1949), "Experimental designs balanced for the estimation of residual effects of treatments", Australian Journal
 * of Scientific Research A 2, 149-168: a cyclic square from the zigzag 0, 1, n-1, 2, n-2, …, with which every treatment comes
 * once after every other when n is even. An odd n needs the mirrored square too, and then each comes twice after each other.
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

/** One sequence a group, of the group's one treatment. */
export const parallelGroups = <T>(treatments: readonly T[]): SequenceSet<T> =>
	treatments.map((treatment) => [treatment]);

/**
 * The complete set of a design, null where every participant's order is drawn on its own (`random`) and no set exists.
 * A parallel design has groups, whatever its `order` says.
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
