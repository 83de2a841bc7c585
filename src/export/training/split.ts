import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "../../shared/json.ts";

export type SplitOptions = {
	readonly seed: string;
	/** Of participants, all of whose conversations are held out. */
	readonly testParticipants: number;
	/** Of the other participants' conversations. */
	readonly testConversations: number;
};

export type Place =
	| { readonly split: "train"; readonly heldOut: null }
	| { readonly split: "test"; readonly heldOut: "participant" | "conversation" };

export type Split = {
	/** Nobody trains on what they said. */
	readonly unseen: boolean;
	readonly placeOf: (conversation: string) => Place;
};

/**
 * Which conversations of one participant are held out. By hash, so that neither new participants nor erased ones move
 * anybody else. Whoever is not held out keeps at least one conversation to train on: the one with the highest hash.
 */
export function splitOf(participant: string, conversations: readonly string[], options: SplitOptions): Split {
	const { seed, testParticipants, testConversations } = options;
	if (fraction(seed, "participant", participant) < testParticipants)
		return { unseen: true, placeOf: () => ({ split: "test", heldOut: "participant" }) };
	const drawn = conversations
		.map((id) => ({ id, at: fraction(seed, "conversation", id) }))
		.toSorted((one, other) => one.at - other.at);
	const test = new Set(drawn.slice(0, -1).flatMap(({ id, at }) => (at < testConversations ? [id] : [])));
	return {
		unseen: false,
		placeOf: (id) => (test.has(id) ? { split: "test", heldOut: "conversation" } : { split: "train", heldOut: null }),
	};
}

/** From 0 to below 1: the first 48 bits of SHA-256 over a JSON array, so that ("ab", "c") and ("a", "bc") differ. */
function fraction(...parts: readonly string[]): number {
	const bytes = sha256(new TextEncoder().encode(canonicalJson(parts)));
	return bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}
