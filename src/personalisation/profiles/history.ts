import type { Json } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";

/** A past conversation from a profile. */
export type PastConversation = {
	/** Its id in the data set; null if it has none. Loading the same conversation twice stores it once. */
	readonly id: string | null;
	readonly type: string | null;
	/** When it ended, in the data set's notation. Sorted as text: ISO 8601 and PRISM's `YYYY-MM-DD HH:MM:SS` sort by time. */
	readonly at: string | null;
	readonly turns: readonly PastTurn[];
	/** All other fields of the data set, unchanged. */
	readonly more: Readonly<Record<string, Json>>;
};

export type PastTurn = {
	readonly text: string;
	readonly replies: readonly PastReply[];
};

export type PastReply = {
	readonly text: string;
	readonly chosen: boolean;
	readonly score: number | null;
	/** Position among the replies of its turn, in the data set's numbering. */
	readonly place: number | null;
	readonly model: string | null;
	readonly provider: string | null;
};

/** PRISM's text for an empty reply. */
const EMPTY = "EMPTY STRING";

/**
 * The reply with which the conversation continued. PRISM marks the chosen replies of later turns by their text, so two or none
 * may be marked: then the first marked one, or the best rated. Null if all are empty.
 */
export function replyThatWentOn({ replies }: PastTurn): PastReply | null {
	const nonEmpty = replies.filter(({ text }) => !isBlank(text) && text !== EMPTY);
	const best = nonEmpty.toSorted((one, other) => (other.score ?? -1) - (one.score ?? -1))[0];
	return nonEmpty.find(({ chosen }) => chosen) ?? best ?? null;
}

/** Merges two loads of one person's history. For conversations with the same id the later load wins; newest last. */
export function mergeHistories(
	known: readonly PastConversation[],
	loaded: readonly PastConversation[],
): PastConversation[] {
	const replaced = new Set(loaded.flatMap(({ id }) => (id === null ? [] : [id])));
	return newestLast([...known.filter(({ id }) => id === null || !replaced.has(id)), ...loaded]);
}

/** By time, then by id, so that the order of lines does not matter. Conversations without a time stay in front. */
export const newestLast = (history: readonly PastConversation[]): PastConversation[] =>
	history.toSorted((one, other) => compare(one.at ?? "", other.at ?? "") || compareNames(one.id ?? "", other.id ?? ""));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** `c9` before `c10`. */
const compareNames = (one: string, other: string): number => one.length - other.length || compare(one, other);

export type HistoryChoice = {
	readonly select: "latest" | "first" | "best-rated";
	readonly conversations: number;
	readonly order: "oldest-first" | "newest-first";
};

/** The conversations for a prompt, the most important one first. Among equally rated ones the newer comes first. */
export function selectHistory(
	history: readonly PastConversation[],
	{ select, conversations }: HistoryChoice,
): PastConversation[] {
	const newestFirst = history.filter(({ turns }) => turns.length > 0).toReversed();
	const ranked =
		select === "first"
			? newestFirst.toReversed()
			: select === "latest"
				? newestFirst
				: newestFirst.toSorted((one, other) => rating(other) - rating(one));
	return ranked.slice(0, conversations);
}

/** The mean rating of the replies with which the conversation continued; unrated conversations come last. */
function rating({ turns }: PastConversation): number {
	const scores = turns.flatMap((turn) => replyThatWentOn(turn)?.score ?? []);
	return scores.length === 0 ? -1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
