import { derivedSeed, type Purpose, type RandomStream, randomStream } from "../../randomisation/draw/generator.ts";
import { sha256Of } from "../../shared/json.ts";

/**
 * The draws of one scripted participant. Each has a stream of its own by its purpose, so a draw that is repeated after a
 * restart has the same value, and none depends on the order of the steps.
 */
export type Draws = (...purpose: Purpose) => RandomStream;

/** `place`: the participant's place in the run, from 0. */
export function drawsOf(seed: number, place: number): Draws {
	const run = sha256Of(`crossover simulation ${seed}`).slice("sha256:".length);
	const own = derivedSeed(run, ["participant", place]);
	return (...purpose) => randomStream(own, purpose);
}

/** Uniform, strictly between 0 and 1, from 53 bits. */
export function uniform(stream: RandomStream): number {
	const [high, low] = [stream.word() >>> 5, stream.word() >>> 6];
	return (high * 2 ** 26 + low + 0.5) / 2 ** 53;
}

/** Standard Gumbel: its mean is `EULER`. The largest of several utilities with such noise is chosen by the odds of their worths. */
export const gumbel = (stream: RandomStream): number => -Math.log(-Math.log(uniform(stream)));

export const EULER = 0.577_215_664_901_532_9;

/** Standard normal, by Box and Muller (1958). */
export const normal = (stream: RandomStream): number =>
	Math.sqrt(-2 * Math.log(uniform(stream))) * Math.cos(2 * Math.PI * uniform(stream));
