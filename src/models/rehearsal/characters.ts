import type { CHARACTERS } from "../../protocol/schema/model.ts";

export type Character = (typeof CHARACTERS)[number];

/** One text for each character. */
export type Four = Readonly<Record<Character, string>>;

/** Several texts for each character to draw from. */
export type Lines = Readonly<Record<Character, readonly string[]>>;

export type Traits = {
	/** Mean length of a first reply over many openers, in characters. */
	readonly meanLength: readonly [from: number, to: number];
	/** One first reply in this many has an extra example. 0: none has. */
	readonly extraOnceIn: number;
	/** One first reply in this many ends with a question or an offer. */
	readonly closingOnceIn: number;
	/** Separates the parts of a reply. */
	readonly join: " " | "\n\n";
};

/**
 * How the characters differ besides their texts.
 * - terse: critical and short. Takes a position, never asks back, has no lists.
 * - cautious: balanced and structured. Weighs sides in lists, names limits, sends people to sources.
 * - warm: seeks a relationship. Prose about the person, and a question back each time.
 * - flattering: sycophantic. Praises, agrees, gives in, and delivers eager lists.
 */
export const TRAITS: Readonly<Record<Character, Traits>> = {
	terse: { meanLength: [100, 210], extraOnceIn: 2, closingOnceIn: 1, join: " " },
	cautious: { meanLength: [240, 340], extraOnceIn: 0, closingOnceIn: 2, join: "\n\n" },
	warm: { meanLength: [230, 330], extraOnceIn: 3, closingOnceIn: 1, join: "\n\n" },
	flattering: { meanLength: [230, 350], extraOnceIn: 0, closingOnceIn: 1, join: "\n\n" },
};
