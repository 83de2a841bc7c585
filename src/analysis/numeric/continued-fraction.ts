const MOST_TERMS = 100_000;
const TINY = 1e-300;

/**
 * b0 + a1/(b1 + a2/(b2 + …)) by the method of Lentz, as Thompson and Barnett changed it (1986). `term` gives a and b of an
 * index from 1 on.
 */
export function continuedFraction(
	first: number,
	term: (index: number) => readonly [numerator: number, denominator: number],
): number {
	let value = first;
	let up = value;
	let down = 0;
	for (let index = 1; index < MOST_TERMS; index++) {
		const [a, b] = term(index);
		down = 1 / (b + a * down || TINY);
		up = b + a / up || TINY;
		const change = up * down;
		value *= change;
		if (Math.abs(change - 1) <= Number.EPSILON) break;
	}
	return value;
}
