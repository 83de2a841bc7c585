import { below, derivedSeed, type Purpose, randomStream, shuffle } from "../draw/generator.ts";

/** Draws for one participant, all from the plan's seed, so that a plan determines them. */

/** The order of a form's items. `purpose` names the form and its conversation. */
export const itemOrder = (items: readonly string[], planSeed: string, purpose: string): string[] =>
	shuffle(randomStream(planSeed, ["items", purpose]), items);

/**
 * The seed for a model's call. The same call has the same seed, and another attempt or slot has another one. From 1 to
 * 2^31 - 1, because some servers read a signed 32-bit number, and some take 0 or -1 as "draw one".
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

/** The plan's own seed. It reveals neither the study's seed nor another participant's. */
export const participantSeed = (studySeed: string, pool: string, draw: number): string =>
	derivedSeed(studySeed, ["participant", pool, draw]);

/** The order of arms in this participant's guesses. It is the same in all guesses, and unknown before unblinding. */
export const guessOrder = <T>(arms: readonly T[], planSeed: string): T[] =>
	shuffle(randomStream(planSeed, ["guess"]), arms);

/** The stored value of a guess: a place in that order. It names the arm only together with the participant's seed. */
export const guessValue = (place: number): string => `option-${place + 1}`;
export const UNKNOWN_GUESS = "unknown";

/** The arm of a stored guess. Null for "I do not know". */
export function guessedArm<T>(value: string, arms: readonly T[], planSeed: string): T | null {
	if (value === UNKNOWN_GUESS) return null;
	const order = guessOrder(arms, planSeed);
	const arm = order.find((_, place) => guessValue(place) === value);
	if (arm === undefined) throw new Error("the guess names no arm");
	return arm;
}
