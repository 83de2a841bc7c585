import type { Json } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";

/** A past conversation, as it was loaded. */
export type PastConversation = {
	/** As its data set names it; null where it has no name. Loading the same one twice is loading it once. */
	readonly id: string | null;
	readonly type: string | null;
	/** When it ended, as its data set writes it. Sorted as text: ISO 8601 and PRISM's `YYYY-MM-DD HH:MM:SS` sort by time. */
	readonly at: string | null;
	readonly turns: readonly PastTurn[];
	/** Whatever else the data set says of it, untouched. */
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
	/** Among the replies of its turn, as the data set counts. */
	readonly place: number | null;
	readonly model: string | null;
	readonly provider: string | null;
};

/** PRISM's writing of a reply without a word. */
const EMPTY = "EMPTY STRING";

/**
 * The reply that the conversation went on with. PRISM marks chosen replies of later turns by their text, so that two may be
 * marked, or none: the first that is, else the best rated. Null where nothing was said.
 */
export function replyThatWentOn({ replies }: PastTurn): PastReply | null {
	const said = replies.filter(({ text }) => !isBlank(text) && text !== EMPTY);
	const best = said.toSorted((one, other) => (other.score ?? -1) - (one.score ?? -1))[0];
	return said.find(({ chosen }) => chosen) ?? best ?? null;
}

/** Of two loads of one person's history. Conversations of the same id are one, the later load counts; newest last. */
export function mergeHistories(
	known: readonly PastConversation[],
	loaded: readonly PastConversation[],
): PastConversation[] {
	const replaced = new Set(loaded.flatMap(({ id }) => (id === null ? [] : [id])));
	return newestLast([...known.filter(({ id }) => id === null || !replaced.has(id)), ...loaded]);
}

/** By time, then by name, so that the order in which lines came does not matter. What has no time keeps its place in front. */
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

/** The conversations that go into a prompt, the most important one first. Of equally rated ones the newer is. */
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

/** The mean rating of the replies that it went on with; unrated ones come last. */
function rating({ turns }: PastConversation): number {
	const scores = turns.flatMap((turn) => replyThatWentOn(turn)?.score ?? []);
	return scores.length === 0 ? -1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
