/**
 * The combinatorics of topics, with numbers only. A complete set of n arms has n rows, or 2n if it has a square and its
 * mirror image: row r of the square is r, its mirror image n + r.
 */

/** The rows and arms of a complete set. */
export type SetSize = { readonly rows: number; readonly arms: number };

/**
 * The row at distance `shift` from a row: each of its arms is moved on by the same number of places, and if `shift` is n
 * or more, the sequence is mirrored too. For any row, all shifts give all rows once. Shifts 0 to n - 1 bring every arm to
 * the front once, and so do n to 2n - 1: between the last arm of a row and the first arm of the next, every ordered pair
 * occurs equally often.
 */
export function shiftedRow({ arms }: SetSize, row: number, shift: number): number {
	const mirrored = Math.floor(row / arms) !== Math.floor(shift / arms);
	return (mirrored ? arms : 0) + (((row % arms) + (shift % arms)) % arms);
}

/** The number of orders of this many topics in which each topic is equally often at each place and after each other. */
export const numberOfOrders = (topics: number): number => (topics % 2 === 0 ? topics : 2 * topics);

/** One of these orders: a row of Williams's square as in `williams`, computed alone, because a study may have hundreds of topics. */
export function topicOrder(topics: number, index: number): number[] {
	const zigzag = Array.from({ length: topics }, (_, place) => (place % 2 === 1 ? (place + 1) / 2 : topics - place / 2));
	const order = zigzag.map((step) => (index + step) % topics);
	return index < topics ? order : order.reverse();
}

/** How participants get an order of topics, by the row of their arms and the number of their set in the cycle. */
export type OrderCycle = {
	/** In complete sets. After a cycle, everything that the design balances is balanced. */
	readonly sets: number;
	/** This many successive sets already balance every two of arm, topic and place. They stay together when a cycle is drawn. */
	readonly group: number;
	/** The index of a `topicOrder`, for the set with this number in the cycle. */
	readonly orderOf: (set: number, row: number) => number;
};

/**
 * All participants of a set share one order of topics, and each order occurs once in the cycle. Every topic is then at one
 * place within a set, so a balance of places is a balance of topics.
 */
export const sharedOrders = (topics: number): OrderCycle => ({
	sets: numberOfOrders(topics),
	group: topics,
	orderOf: (set) => set,
});

/**
 * Each row of arms meets each order of topics once. The first `topics` sets use the orders of the square, in which every
 * topic is once at every place, so arms, topics and places are balanced together. An odd number of topics also needs the
 * mirror images, to balance what follows what.
 */
export const crossedOrders = (topics: number): OrderCycle => ({
	sets: numberOfOrders(topics),
	group: topics,
	orderOf: (set, row) => Math.floor(set / topics) * topics + ((set + row) % topics),
});

/**
 * As many topics as arms, both in Williams's square: arm and topic at place p are r + z(p) and t + z(p) modulo n.
 *
 * n odd: rows of the square are given mirrored orders of topics, and mirrored rows the square's, with t = r + set. Then
 * z(p) - z(n - 1 - p) takes every value once over p: a Graeco-Latin square. Each set balances every two of arm, topic and place.
 *
 * n even: r - t is the same at every place, and no such square exists for these rows. Over two sets t is half of r, rounded down, and in the
 * second n/2 more: both t and r - t take every value twice, which balances every two of arm, topic and place over the two.
 *
 * Over the n sets of the cycle each row meets each order of its kind once: arm, topic and place are then in balance, all three together.
 */
export function pairedOrders(arms: number): OrderCycle {
	if (arms % 2 === 1)
		return {
			sets: arms,
			group: 1,
			orderOf: (set, row) => (row < arms ? arms : 0) + ((row + set) % arms),
		};
	return {
		sets: arms,
		group: 2,
		orderOf: (set, row) => (Math.floor(row / 2) + (set % 2) * (arms / 2) + Math.floor(set / 2)) % arms,
	};
}
