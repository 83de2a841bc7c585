import { below, derivedSeed, type Purpose, randomStream, shuffle } from "../draw/generator.ts";

/** Draws of one participant, all from the plan's own seed, so that a plan says everything that will be drawn for it. */

/** The order in which the items of a form are shown. `purpose` names the form and the conversation that it belongs to. */
export const itemOrder = (items: readonly string[], planSeed: string, purpose: string): string[] =>
	shuffle(randomStream(planSeed, ["items", purpose]), items);

/**
 * What a model is given as its seed: the same call asks with the same one again, another attempt or slot with another.
 * From 1 to 2^31 - 1: some servers read a signed 32-bit number, some take 0 or -1 for "draw one yourself".
 */
export function callSeed(
	planSeed: string,
	conversation: number | string,
	turn: number,
	slot: string,
	attempt: number,
): number {
	const purpose: Purpose = ["call", conversation, turn, slot, attempt];
	return 1 + below(randomStream(planSeed, purpose), 2 ** 31 - 1);
}

/** The plan's own seed: nobody can go back from it to the study's, nor to another participant's. */
export const participantSeed = (studySeed: string, pool: string, draw: number): string =>
	derivedSeed(studySeed, ["participant", pool, draw]);

/** The order in which a participant is shown the arms where they guess: one for all guesses, and known to nobody before unblinding. */
export const guessOrder = <T>(arms: readonly T[], planSeed: string): T[] =>
	shuffle(randomStream(planSeed, ["guess"]), arms);

/** What is stored of a guess: a place in that order. It says which arm only to who has the participant's seed. */
export const guessValue = (place: number): string => `option-${place + 1}`;
export const UNKNOWN_GUESS = "unknown";

/** The arm that a stored guess stands for; null for "I do not know". */
export function guessedArm<T>(value: string, arms: readonly T[], planSeed: string): T | null {
	if (value === UNKNOWN_GUESS) return null;
	const order = guessOrder(arms, planSeed);
	const arm = order.find((_, place) => guessValue(place) === value);
	if (arm === undefined) throw new Error("a guess of no arm");
	return arm;
}
