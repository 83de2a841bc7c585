import type { Layout } from "../../protocol/schema/schema.ts";

/** What one reply was given, on the scale on which it was asked. */
export type Score = { readonly value: number; readonly min: number; readonly max: number };

export type Reply = {
	/** `a`, `b`, …: the place in which it was shown. */
	readonly slot: string;
	readonly label: string;
	/** As it stands open: where a model names itself it may be masked. */
	readonly text: string;
	/** Null where nobody chooses. */
	readonly chosen: boolean | null;
	readonly score: Score | null;
};

export type Turn = { readonly text: string; readonly replies: readonly Reply[] };

/** Somebody's ranking of this conversation, or of one of its panes, among others of the same item. */
export type Rank = {
	readonly form: string;
	readonly item: string;
	readonly slot: string | null;
	/** 1 is best. */
	readonly rank: number;
};

/** A conversation of a study, as far as it went. */
export type Dialogue = {
	readonly id: string;
	/** Its id in the protocol. */
	readonly entry: string;
	readonly layout: Layout;
	readonly startedAt: string;
	readonly endedAt: string | null;
	readonly turns: readonly Turn[];
	readonly ranks: readonly Rank[];
};

/** Somebody's share of a training set. */
export type Subject = { readonly participant: string; readonly dialogues: readonly Dialogue[] };

export type Message = { readonly role: "user" | "assistant"; readonly content: string };

/**
 * The reply that the conversation went on with, null where there is none: of a best-of the chosen one, of a single reply
 * that one, of a side-by-side the one in the pane that is meant.
 */
export function replyOf({ layout }: Dialogue, { replies }: Turn, pane: string | null): Reply | null {
	if (layout === "best-of") return replies.find(({ chosen }) => chosen === true) ?? null;
	if (layout === "single") return replies[0] ?? null;
	return replies.find(({ slot }) => slot === pane) ?? null;
}

/** What the replies of a turn answer: all that was said before in that thread, then the turn's own message. `turn` is 0-based. */
export function promptOf(dialogue: Dialogue, turn: number, pane: string | null = null): Message[] {
	return dialogue.turns.slice(0, turn + 1).flatMap((said, index): Message[] => {
		const went = index < turn ? replyOf(dialogue, said, pane) : null;
		const asked: Message = { role: "user", content: said.text };
		return went ? [asked, { role: "assistant", content: went.text }] : [asked];
	});
}

/** The panes of a side-by-side, by slot; of any other layout the one thread that it has. */
export function threadsOf({ layout, turns }: Dialogue): readonly (string | null)[] {
	if (layout !== "side-by-side") return [null];
	return [...new Set(turns.flatMap(({ replies }) => replies.map(({ slot }) => slot)))].toSorted();
}
