import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "../../shared/json.ts";

export type SplitOptions = {
	readonly seed: string;
	/** The share of participants whose conversations are all held out. */
	readonly testParticipants: number;
	/** The share of the other participants' conversations. */
	readonly testConversations: number;
};

export type Place =
	| { readonly split: "train"; readonly heldOut: null }
	| { readonly split: "test"; readonly heldOut: "participant" | "conversation" };

export type Split = {
	/** Whether the participant is held out with all conversations. */
	readonly unseen: boolean;
	readonly placeOf: (conversation: string) => Place;
};

/**
 * Which conversations of one participant are held out. It depends only on hashes, so new or erased participants do not change
 * the split of others. A participant who is not held out keeps at least the conversation with the highest hash for training.
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

/** A number from 0 to below 1, from 48 bits of SHA-256 over a JSON array, so that ("ab", "c") and ("a", "bc") differ. */
function fraction(...parts: readonly string[]): number {
	const bytes = sha256(new TextEncoder().encode(canonicalJson(parts)));
	return bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}
