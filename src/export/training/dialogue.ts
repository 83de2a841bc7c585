import type { Layout } from "../../protocol/schema/schema.ts";

/** The rating of one reply, with the ends of its scale. */
export type Score = { readonly value: number; readonly min: number; readonly max: number };

export type Reply = {
	/** The slot in which it was shown: `a`, `b`, … */
	readonly slot: string;
	readonly label: string;
	/** The text as shown. A self-identification may be masked. */
	readonly text: string;
	/** Null if there was no choice. */
	readonly chosen: boolean | null;
	/** The participant stopped it, and `text` is the part that was shown. */
	readonly stopped: boolean;
	readonly score: Score | null;
};

export type Turn = { readonly text: string; readonly replies: readonly Reply[] };

/** A participant's ranking of this conversation, or of one of its panes, among the others of the same item. */
export type Rank = {
	readonly form: string;
	readonly item: string;
	readonly slot: string | null;
	/** 1 is best. */
	readonly rank: number;
};

/** A conversation of a study, finished or not. */
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

/** One participant's part of a training set. */
export type Subject = { readonly participant: string; readonly dialogues: readonly Dialogue[] };

export type Message = { readonly role: "user" | "assistant"; readonly content: string };

/** What is needed of a conversation to see which reply followed which message. */
export type Threads<R extends Shown = Shown> = {
	readonly layout: Layout;
	readonly turns: readonly { readonly text: string; readonly replies: readonly R[] }[];
};
type Shown = Pick<Reply, "slot" | "text" | "chosen">;

/**
 * The reply with which the conversation continued: the chosen one of a best-of, the only one of a single, the one in this pane of
 * a side-by-side. Null if there is none.
 */
export function replyOf<R extends Shown>(
	{ layout }: Pick<Threads, "layout">,
	{ replies }: Threads<R>["turns"][number],
	pane: string | null,
): R | null {
	if (layout === "best-of") return replies.find(({ chosen }) => chosen === true) ?? null;
	if (layout === "single") return replies[0] ?? null;
	return replies.find(({ slot }) => slot === pane) ?? null;
}

/** The prompt of a turn: all messages before it in this thread, then the turn's own message. `turn` counts from 0. */
export function promptOf(dialogue: Threads, turn: number, pane: string | null = null): Message[] {
	return dialogue.turns.slice(0, turn + 1).flatMap((earlier, index): Message[] => {
		const reply = index < turn ? replyOf(dialogue, earlier, pane) : null;
		const message: Message = { role: "user", content: earlier.text };
		return reply ? [message, { role: "assistant", content: reply.text }] : [message];
	});
}

/** The panes of a side-by-side, by slot. Any other layout has one thread, null. */
export function threadsOf({ layout, turns }: Dialogue): readonly (string | null)[] {
	if (layout !== "side-by-side") return [null];
	return [...new Set(turns.flatMap(({ replies }) => replies.map(({ slot }) => slot)))].toSorted();
}
