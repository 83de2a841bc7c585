import type { TopicDesign } from "../../protocol/steps/topic-design.ts";
import type { Allotment } from "../draw/blocks.ts";
import { below, type Purpose, type RandomStream, randomStream, shuffle } from "../draw/generator.ts";
import type { Scheme } from "../draw/scheme.ts";
import type { ArmLabel } from "./plan.ts";
import { crossedOrders, type OrderCycle, pairedOrders, sharedOrders, shiftedRow, topicOrder } from "./topic-designs.ts";

/** One participant's topics. */
export type TopicDraw = {
	/** Ids of the topics, in the participant's order. */
	readonly order: readonly string[];
	/** The arms of each topic: all, or one. */
	readonly arms: readonly (readonly ArmLabel[])[];
};

/**
 * The topics of one participant, whose first row of arms is `sequence`. Null if the study has no topics, or its version
 * did not balance them. `seed` is the participant's own.
 */
export function drawTopics(
	scheme: Scheme,
	allotment: Allotment,
	{ sequence, seed }: { readonly sequence: readonly ArmLabel[]; readonly seed: string },
): TopicDraw | null {
	const { topics: design } = scheme;
	if (!design) return null;
	const arms = scheme.treatments.length;
	const rows = design.kind === "within" ? design.topics.length : Math.ceil(design.topics.length / arms);
	const set = setInList(scheme, allotment);
	const order =
		set === null
			? shuffle(randomStream(seed, ["topic-orders"]), design.topics)
			: orderInList(scheme, design, { allotment, set });
	const armRows = [sequence, ...laterRows(scheme, allotment, { count: rows - 1, set, seed })];
	return { order, arms: design.kind === "within" ? armRows : order.map((_, place) => [armAt(armRows, place, arms)]) };
}

function armAt(rows: readonly (readonly ArmLabel[])[], place: number, arms: number): ArmLabel {
	const arm = rows[Math.floor(place / arms)]?.[place % arms];
	if (arm === undefined) throw new RangeError("there are more topics than rows of arms");
	return arm;
}

/**
 * The number of the allocation's complete set in its stratum's list, from 0. Null if there is no list: under minimisation,
 * and if orders are drawn singly.
 */
function setInList({ set, opening, setsBefore }: Scheme, { pool, stratum, slot, copy }: Allotment): number | null {
	if (!set || opening.design.method === "minimisation") return null;
	return setsBefore(pool, stratum, slot.block) + copy;
}

type InList = { readonly allotment: Allotment; readonly set: number };

function orderCycle({ treatments, opening }: Scheme, { kind, topics }: TopicDesign): OrderCycle {
	if (kind === "within") return sharedOrders(topics.length);
	const paired = topics.length === treatments.length && opening.design.order === "williams";
	return paired ? pairedOrders(topics.length) : crossedOrders(topics.length);
}

/** Topics change places in each cycle, and the cycle's sets come in a drawn order, so that every order is equally likely for everybody. */
function orderInList(scheme: Scheme, design: TopicDesign, { allotment, set }: InList): string[] {
	const { pool, stratum, row } = allotment;
	const cycle = orderCycle(scheme, design);
	const number = Math.floor(set / cycle.sets);
	const stream = randomStream(scheme.seed, ["topic-orders", pool, stratum, number]);
	const topics = shuffle(stream, design.topics);
	const drawn = shuffledGroups(stream, cycle.sets, cycle.group)[set % cycle.sets] ?? 0;
	return topicOrder(topics.length, cycle.orderOf(drawn, row)).flatMap((topic) => topics[topic] ?? []);
}

type Later = { readonly count: number; readonly set: number | null; readonly seed: string };

/** The rows of arms after the first. Each is at a drawn distance from the one before it. */
function laterRows(scheme: Scheme, allotment: Allotment, { count, set, seed }: Later): (readonly ArmLabel[])[] {
	const { set: rows, treatments } = scheme;
	const numbers = Array.from({ length: count }, (_, index) => index + 1);
	if (!rows) return numbers.map((number) => shuffle(randomStream(seed, ["topic-arms", number]), treatments));
	const size = { rows: rows.length, arms: treatments.length };
	let row = allotment.row;
	return numbers.map((number) => {
		const shift =
			set === null
				? below(randomStream(seed, ["topic-arms", number]), size.rows)
				: shiftInList(scheme, { allotment, set }, number);
		row = shiftedRow(size, row, shift);
		return rows[row] ?? [];
	});
}

/**
 * Within topics each set has its own distance, and n sets (one for each arm) bring every arm after every arm. Across
 * topics a distance stays for a whole cycle of orders, in which each row meets each order; otherwise it would connect arms
 * with topics.
 */
function shiftInList(scheme: Scheme, { allotment, set }: InList, number: number): number {
	const { pool, stratum } = allotment;
	const arms = scheme.treatments.length;
	const rows = scheme.set?.length ?? arms;
	const steps = scheme.topics?.kind === "across" ? Math.floor(set / orderCycle(scheme, scheme.topics).sets) : set;
	const purpose: Purpose = ["topic-arms", pool, stratum, Math.floor(steps / rows), number];
	return shuffledGroups(randomStream(scheme.seed, purpose), rows, arms)[steps % rows] ?? 0;
}

/** Whole numbers below `count` in a drawn order that keeps groups of neighbours together. */
function shuffledGroups(stream: RandomStream, count: number, group: number): number[] {
	const groups = Array.from({ length: count / group }, (_, index) => index);
	return shuffle(stream, groups).flatMap((one) =>
		shuffle(
			stream,
			Array.from({ length: group }, (_, index) => one * group + index),
		),
	);
}
