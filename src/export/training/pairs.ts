import { canonicalJson } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";
import {
	type Dialogue,
	type Message,
	promptOf,
	type Reply,
	replyOf,
	type Score,
	type Subject,
	type Turn,
} from "./dialogue.ts";
import type { Tally } from "./tally.ts";

export const SOURCES = ["choice", "rating", "ranking"] as const;
export type Source = (typeof SOURCES)[number];

/** Two replies to the same prompt, of which somebody preferred one. */
export type Pair = {
	readonly source: Source;
	/** The conversation of the reply that was preferred. */
	readonly conversation: string;
	/** 1-based, as in every table. */
	readonly turn: number;
	readonly prompt: readonly Message[];
	readonly chosen: Reply;
	readonly rejected: Reply;
	/** Points of the scale, or ranks, by which the preferred one is ahead. Null where only a choice was asked. */
	readonly margin: number | null;
};

export type PairOptions = {
	readonly from: readonly Source[];
	/** Points of the scale. Replies whose ratings differ by less are a tie, as those of equal ones always are. */
	readonly threshold: number;
	/** `keep`: a choice between replies that are a tie makes a pair all the same. */
	readonly ties: "exclude" | "keep";
};

/** PRISM's writing of a reply without a word. */
const EMPTY = "EMPTY STRING";
const says = ({ text }: Reply): boolean => !isBlank(text) && text !== EMPTY;

/**
 * Every pair that somebody's answers support, conversation by conversation. The same two replies are judged once: by a choice, where
 * one of them was chosen, else by their ratings. What makes no pair is counted by its reason.
 */
export function pairsOf(subject: Subject, options: PairOptions, tally: Tally): Pair[] {
	const { from } = options;
	const pairs: Pair[] = [];
	for (const dialogue of subject.dialogues) {
		if (dialogue.layout !== "best-of") continue;
		for (const [index, turn] of dialogue.turns.entries()) {
			if (from.includes("choice")) pairs.push(...choices(dialogue, turn, index, options, tally));
			if (from.includes("rating")) pairs.push(...ratings(dialogue, turn, index, options, tally));
		}
	}
	if (from.includes("ranking")) pairs.push(...rankings(subject.dialogues, tally));
	return pairs.filter((pair) => isUsable(pair, tally));
}

/** The chosen reply against each other one of its turn. A choice that its own ratings contradict is no evidence of either. */
function choices(
	dialogue: Dialogue,
	turn: Turn,
	index: number,
	{ threshold, ties }: PairOptions,
	tally: Tally,
): Pair[] {
	const chosen = replyOf(dialogue, turn, null);
	if (!chosen) {
		tally.add("skipped_not_chosen");
		return [];
	}
	const others = turn.replies.filter(({ slot }) => slot !== chosen.slot);
	return others.flatMap((rejected) => {
		const margin = difference(chosen.score, rejected.score);
		if (margin !== null && margin < 0) {
			tally.add("skipped_contradicted");
			return [];
		}
		if (margin !== null && ties === "exclude" && isTie(margin, threshold)) {
			tally.add("ties");
			return [];
		}
		return [pairOf("choice", dialogue, index, null, chosen, rejected, margin)];
	});
}

/** Every two replies, those apart of which a choice is asked. */
function ratings(
	dialogue: Dialogue,
	turn: Turn,
	index: number,
	{ from, threshold }: PairOptions,
	tally: Tally,
): Pair[] {
	const chosen = from.includes("choice") ? replyOf(dialogue, turn, null) : null;
	return everyTwo(turn.replies.filter(({ slot }) => slot !== chosen?.slot)).flatMap(([one, other]) => {
		const margin = difference(one.score, other.score);
		if (margin === null) return [];
		if (isTie(margin, threshold)) {
			tally.add("ties");
			return [];
		}
		const [better, worse] = margin > 0 ? [one, other] : [other, one];
		return [pairOf("rating", dialogue, index, null, better, worse, Math.abs(margin))];
	});
}

const isTie = (margin: number, threshold: number): boolean => margin === 0 || Math.abs(margin) < threshold;

type Ranked = {
	readonly dialogue: Dialogue;
	readonly slot: string | null;
	readonly group: string;
	readonly rank: number;
};

/**
 * A ranking is of whole conversations, and a pair needs one prompt: it is valid only where the two final replies answer the
 * same messages, word for word. Panes have that after one turn; from the second on each thread has its own past.
 */
function rankings(dialogues: readonly Dialogue[], tally: Tally): Pair[] {
	const ranked = dialogues.flatMap((dialogue): Ranked[] =>
		dialogue.ranks.map(({ form, item, slot, rank }) => ({
			dialogue,
			slot,
			rank,
			group: slot === null ? `${form}/${item}` : `${form}/${item}/${dialogue.id}`,
		})),
	);
	return [...Map.groupBy(ranked, ({ group }) => group).values()].flatMap((group) =>
		everyTwo(group).flatMap(([one, other]) => {
			const [better, worse] = one.rank < other.rank ? [one, other] : [other, one];
			const [chosen, rejected] = [finalReply(better), finalReply(worse)];
			if (!chosen || !rejected) {
				tally.add("skipped_unanswered");
				return [];
			}
			if (canonicalJson(chosen.prompt) !== canonicalJson(rejected.prompt)) {
				tally.add("skipped_prompts_differ");
				return [];
			}
			const margin = worse.rank - better.rank;
			return [pairOf("ranking", better.dialogue, chosen.turn, better.slot, chosen.reply, rejected.reply, margin)];
		}),
	);
}

function finalReply({ dialogue, slot }: Ranked) {
	const turn = dialogue.turns.length - 1;
	const last = dialogue.turns[turn];
	const reply = last ? replyOf(dialogue, last, slot) : null;
	return reply && { turn, reply, prompt: promptOf(dialogue, turn, slot) };
}

const pairOf = (
	source: Source,
	dialogue: Dialogue,
	turn: number,
	pane: string | null,
	chosen: Reply,
	rejected: Reply,
	margin: number | null,
): Pair => ({
	source,
	conversation: dialogue.id,
	turn: turn + 1,
	prompt: promptOf(dialogue, turn, pane),
	chosen,
	rejected,
	margin,
});

function isUsable({ source, chosen, rejected }: Pair, tally: Tally): boolean {
	const reason = !says(chosen) || !says(rejected) ? "empty" : chosen.text === rejected.text ? "identical" : null;
	tally.add(reason === null ? `pairs_${source}` : `skipped_${reason}`);
	return reason === null;
}

/** Of one turn, so of one scale. */
const difference = (one: Score | null, other: Score | null): number | null =>
	one && other ? one.value - other.value : null;

const everyTwo = <T>(list: readonly T[]): [T, T][] =>
	list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
