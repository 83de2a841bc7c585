import { below, chance, type RandomStream, randomStream, shuffle } from "../../src/randomisation/draw/generator.ts";
import { sha256Of } from "../../src/shared/json.ts";
import { TALKS, type Talk } from "../../src/simulation/policy/talks.ts";

/** A scripted participant: what they will say, what they like, and the draws behind both. The same name is always the same person. */
export type Persona = {
	readonly name: string;
	readonly age: number;
	/** One for each conversation, in turn. */
	readonly talks: readonly Talk[];
	/** Characters of a reply that they find about right. */
	readonly length: number;
	/** From -1 (wants facts) to 1 (wants a friend). */
	readonly warmth: number;
	/** Ends of scales that they leave to others: 0 uses all of a scale. */
	readonly caution: number;
	readonly random: RandomStream;
};

export function personaOf(name: string): Persona {
	const random = randomStream(sha256Of(`crossover demo ${name}`).slice("sha256:".length), ["persona"]);
	const uniform = () => below(random, 1001) / 1000;
	return {
		name,
		age: 19 + below(random, 52),
		talks: shuffle(random, TALKS),
		length: 90 + below(random, 260),
		warmth: chance(random, 0.6) ? uniform() : -uniform(),
		caution: uniform() * 0.3,
		random,
	};
}

/** Words that a person would call warm: counted, not understood, which is enough for a rehearsal. */
const WARM = /!|\b(thank|glad|happy|love|lovely|wonderful|great|feel|together|good question|your)\b/gi;

/**
 * How much this person likes a reply, from 0 to 100: its length against what they find right, its tone against what they
 * look for, and a day's mood. Not a model of anybody; only so that rankings and ratings of the demo agree with each other.
 */
export function likingOf({ length, warmth, random }: Persona, reply: string): number {
	const misfit = Math.min(1, Math.abs(Math.log((reply.length + 1) / length)));
	const tone = Math.min(1, (reply.match(WARM)?.length ?? 0) / 4);
	const mood = below(random, 21) - 10;
	return clamp(60 - 35 * misfit + 30 * warmth * tone + mood, 0, 100);
}

export const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
