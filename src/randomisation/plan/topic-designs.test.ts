import { describe, expect, it } from "vitest";
import { countBy, range, spread } from "../../../test/support/randomisation/trial.ts";
import { latinSquare, williams } from "./designs.ts";
import {
	crossedOrders,
	numberOfOrders,
	type OrderCycle,
	pairedOrders,
	sharedOrders,
	shiftedRow,
	topicOrder,
} from "./topic-designs.ts";

const topicOrders = (topics: number) => range(numberOfOrders(topics)).map((index) => topicOrder(topics, index));

const ARMS = [2, 3, 4, 5, 6, 7, 8];
const TOPICS = [2, 3, 4, 5, 6, 7, 8];

/** Every combination occurs, and each equally often. */
function expectEven(found: readonly string[], combinations: number): void {
	const counts = countBy(found, String);
	expect(Object.keys(counts)).toHaveLength(combinations);
	expect(spread(Object.values(counts))).toBe(0);
}

describe("the orders of topics", () => {
	it.each(TOPICS)("of %d are Williams's square", (topics) =>
		expect(topicOrders(topics)).toEqual(williams(range(topics))),
	);

	it("of hundreds are computed singly", () => {
		expect(topicOrder(600, 599).slice(0, 4)).toEqual([599, 0, 598, 1]);
	});
});

describe("a shifted row", () => {
	it.each(ARMS)("of %d arms gives every row once over all shifts, and for every row under one shift", (arms) => {
		const set = williams(range(arms));
		const size = { rows: set.length, arms };
		for (const row of range(size.rows))
			expect(new Set(range(size.rows).map((shift) => shiftedRow(size, row, shift))).size).toBe(size.rows);
		for (const shift of range(size.rows))
			expect(new Set(range(size.rows).map((row) => shiftedRow(size, row, shift))).size).toBe(size.rows);
	});

	it.each(ARMS.flatMap((arms) => [[arms, williams] as const, [arms, latinSquare] as const]))(
		"of %d arms starts with every arm after every last arm, equally often over n shifts (%o)",
		(arms, square) => {
			const set = square(range(arms));
			const size = { rows: set.length, arms };
			for (const from of range(size.rows / arms)) {
				const shifts = range(arms).map((by) => from * arms + by);
				const pairs = shifts.flatMap((shift) =>
					set.map((sequence, row) => `${sequence.at(-1)} ${set[shiftedRow(size, row, shift)]?.[0]}`),
				);
				expectEven(pairs, arms * arms);
			}
		},
	);
});

type Meeting = { readonly arm: number; readonly topic: number; readonly place: number };

/** Which arm is met in which topic at which place, over these sets of a cycle: one arm per topic, the row repeated from its start. */
function meetings(arms: number, topics: number, cycle: OrderCycle, sets: readonly number[]): Meeting[] {
	const rows = williams(range(arms));
	const orders = topicOrders(topics);
	return sets.flatMap((set) =>
		rows.flatMap((sequence, row) =>
			range(topics).map((place) => ({
				arm: sequence[place % arms] ?? -1,
				topic: orders[cycle.orderOf(set, row)]?.[place] ?? -1,
				place,
			})),
		),
	);
}

function expectPairsEven(found: readonly Meeting[], arms: number, topics: number): void {
	expectEven(
		found.map(({ arm, place }) => `${arm} ${place}`),
		arms * topics,
	);
	expectEven(
		found.map(({ topic, place }) => `${topic} ${place}`),
		topics * topics,
	);
	expectEven(
		found.map(({ arm, topic }) => `${arm} ${topic}`),
		arms * topics,
	);
}

const expectTriplesEven = (found: readonly Meeting[], arms: number, topics: number): void =>
	expectEven(
		found.map(({ arm, topic, place }) => `${arm} ${topic} ${place}`),
		arms * topics * topics,
	);

describe("as many topics as arms", () => {
	it.each(ARMS)(
		"%d: every two of arm, topic and place are balanced over two sets, or over one if the number is odd",
		(n) => {
			const cycle = pairedOrders(n);
			const sets = n % 2 === 0 ? 2 : 1;
			for (const first of range(n / sets))
				expectPairsEven(
					meetings(
						n,
						n,
						cycle,
						range(sets).map((set) => first * sets + set),
					),
					n,
					n,
				);
		},
	);

	it.each(ARMS)("%d: every topic is after every other equally often over the same sets", (n) => {
		const cycle = pairedOrders(n);
		const orders = topicOrders(n);
		const sets = n % 2 === 0 ? 2 : 1;
		const used = range(sets).flatMap((set) =>
			range(williams(range(n)).length).map((row) => orders[cycle.orderOf(set, row)] ?? []),
		);
		expectEven(
			used.flatMap((order) => order.slice(1).map((topic, place) => `${topic} after ${order[place]}`)),
			n * (n - 1),
		);
	});

	it.each(ARMS)("%d: all three are balanced over the cycle of n sets", (n) => {
		const cycle = pairedOrders(n);
		expect(cycle.sets).toBe(n);
		expectTriplesEven(meetings(n, n, cycle, range(n)), n, n);
	});
});

describe("another number of topics than arms", () => {
	const pairs = ARMS.flatMap((arms) =>
		TOPICS.filter((topics) => topics !== arms).map((topics) => [arms, topics] as const),
	);
	it.each(pairs)(
		"%d arms, %d topics: arm, topic and place are balanced together over as many sets as topics",
		(arms, topics) => {
			const cycle = crossedOrders(topics);
			expect(cycle.sets).toBe(topics % 2 === 0 ? topics : 2 * topics);
			for (const half of range(cycle.sets / topics)) {
				const found = meetings(
					arms,
					topics,
					cycle,
					range(topics).map((set) => half * topics + set),
				);
				expectTriplesEven(found, arms, topics);
			}
		},
	);

	it.each(pairs)("%d arms, %d topics: each row has each order once over the cycle", (arms, topics) => {
		const cycle = crossedOrders(topics);
		for (const row of range(williams(range(arms)).length))
			expect(new Set(range(cycle.sets).map((set) => cycle.orderOf(set, row))).size).toBe(numberOfOrders(topics));
	});
});

describe("topics that each have all arms", () => {
	it.each(TOPICS)("%d topics: a set has one order, and a cycle has each once", (topics) => {
		const cycle = sharedOrders(topics);
		expect(range(cycle.sets).map((set) => cycle.orderOf(set, 0))).toEqual(range(numberOfOrders(topics)));
	});
});
