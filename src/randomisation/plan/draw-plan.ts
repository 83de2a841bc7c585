import type { Allotment, Slot } from "../draw/blocks.ts";
import { randomStream, shuffle } from "../draw/generator.ts";
import type { PlannedEntry, Scheme } from "../draw/scheme.ts";
import type { SequenceSet } from "./designs.ts";
import { drawTopics, type TopicDraw } from "./draw-topics.ts";
import { participantSeed } from "./orders.ts";
import { type ArmLabel, type Plan, type PlannedConversation, slotName } from "./plan.ts";

/** The order for one place if there is no complete set: drawn singly, each order equally likely. */
export const randomOrder = (scheme: Scheme, pool: string, stratum: string, slot: Slot): ArmLabel[] =>
	shuffle(randomStream(scheme.seed, ["order", pool, stratum, slot.block]), scheme.treatments);

/** The labels in the participant's order. */
export const sequenceOf = (scheme: Scheme, allotment: Allotment): readonly ArmLabel[] =>
	scheme.set?.[allotment.row] ?? randomOrder(scheme, allotment.pool, allotment.stratum, allotment.slot);

/**
 * Draws everything for one participant, at one time and from the seed alone.
 *
 * Conversations come in a uniformly drawn order; topics share their places as `drawTopics` gives them. Then the arms:
 * - a topic has the arms of `drawTopics`, a conversation for each arm.
 * - any other `single` takes the next arms of the participant's sequence, over all such conversations in their drawn
 * order, and starts again at its end; `each` takes the whole sequence.
 * - `best-of` and `side-by-side` show the first `arms` of an order of their own, see `slotOrders`.
 * - a parallel participant has their one arm everywhere, in every slot.
 */
export function drawPlan(scheme: Scheme, allotment: Allotment): Plan {
	const seed = participantSeed(scheme.seed, allotment.pool, allotment.draw);
	const sequence = sequenceOf(scheme, allotment);
	const singles = cursorOver(sequence);
	const panel = slotOrders(scheme, allotment, seed);
	const topics = drawTopics(scheme, allotment, { sequence, seed });
	const conversations = orderOfEntries(scheme, seed, topics).flatMap((entry) => {
		const topicArms = topics?.arms[topics.order.indexOf(entry.id)];
		if (topicArms) return topicArms.map((arm) => conversation(entry, [arm]));
		if (entry.layout === "single") return armsOf(entry, sequence, singles).map((arm) => conversation(entry, [arm]));
		const slots = slotCount(entry, scheme);
		if (scheme.opening.design.kind === "crossover") return [conversation(entry, panel().slice(0, slots))];
		return [conversation(entry, Array.from({ length: slots }, singles))];
	});
	const { draw, stratum } = allotment;
	return { algorithm: scheme.opening.algorithm, draw, stratum, sequence, conversations, seed };
}

/** Balanced topics come in their own order, at the places that were drawn for topics. */
function orderOfEntries({ opening }: Scheme, seed: string, topics: TopicDraw | null): PlannedEntry[] {
	const drawn = shuffle(randomStream(seed, ["topics"]), opening.conversations);
	if (!topics) return drawn;
	const entries = new Map(opening.conversations.map((entry) => [entry.id, entry]));
	const inOrder = topics.order.flatMap((id) => entries.get(id) ?? []).values();
	return drawn.map((entry) => (topics.order.includes(entry.id) ? (inOrder.next().value ?? entry) : entry));
}

/**
 * The order of slots for each further conversation with several arms: the next row of a complete set, starting with the
 * participant's own. So over the participants of one complete set, every arm is equally often in every slot and equally
 * often among the first k, at each such conversation. The same holds over the conversations of one participant, if there
 * are as many as rows.
 *
 * The rows of a square contain only neighbours: of four arms shown two at a time, two of the six pairs would never be
 * compared. So the treatments change places in the square for each complete set, which makes every pair equally likely and
 * keeps the balance.
 */
function slotOrders(scheme: Scheme, allotment: Allotment, seed: string): () => readonly ArmLabel[] {
	const { pool, stratum, slot, copy, row } = allotment;
	let index = -1;
	const next = () => {
		index += 1;
		return index;
	};
	if (!scheme.set) return () => shuffle(randomStream(seed, ["slots", next()]), scheme.treatments);
	const relabelled = shuffle(randomStream(scheme.seed, ["slots", pool, stratum, slot.block, copy]), scheme.treatments);
	const rows = relabel(scheme.set, scheme.treatments, relabelled);
	return () => rows[(row + next()) % rows.length] ?? [];
}

function relabel<T>(set: SequenceSet<T>, from: readonly T[], to: readonly T[]): SequenceSet<T> {
	const names = new Map(from.map((treatment, index) => [treatment, to[index] ?? treatment]));
	return set.map((sequence) => sequence.map((treatment) => names.get(treatment) ?? treatment));
}

function cursorOver<T>(sequence: readonly T[]): () => T {
	let next = 0;
	return () => {
		const item = sequence[next % sequence.length];
		if (item === undefined) throw new RangeError("the sequence is empty");
		next += 1;
		return item;
	};
}

const armsOf = (entry: PlannedEntry, sequence: readonly ArmLabel[], next: () => ArmLabel): readonly ArmLabel[] =>
	entry.arms === "each" ? sequence : Array.from({ length: entry.arms }, next);

const slotCount = ({ arms }: PlannedEntry, { treatments }: Scheme): number =>
	arms === "each" ? treatments.length : arms;

const conversation = (entry: PlannedEntry, labels: readonly ArmLabel[]): PlannedConversation => ({
	entry: entry.id,
	slots: labels.map((label, index) => ({ slot: slotName(index), label })),
});
