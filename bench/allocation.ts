import { randomStream, shuffle } from "../src/randomisation/draw/generator.ts";
import { LABELS, recordOf, seedOf, Trial } from "../test/support/randomisation/trial.ts";

export const PARTICIPANTS = 200;

/** A study of four arms in Williams order: every arrival decided, drawn, hashed into the log. */
export function allocated(): void {
	const trial = new Trial(recordOf(), seedOf(7));
	for (let participant = 0; participant < PARTICIPANTS; participant++) trial.arrive(`se_${participant}`);
}

/** What simple randomisation would do: an order for each participant, from the same generator. */
export function shuffled(): void {
	for (let participant = 0; participant < PARTICIPANTS; participant++)
		shuffle(randomStream(seedOf(7), ["order", participant]), LABELS.slice(0, 4));
}
