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

/** Two replies to the same prompt, of which the participant preferred one. */
export type Pair = {
	readonly source: Source;
	/** The conversation of the preferred reply. */
	readonly conversation: string;
	/** 1-based, as in every table. */
	readonly turn: number;
	readonly prompt: readonly Message[];
	readonly chosen: Reply;
	readonly rejected: Reply;
	/** The difference in points of the scale, or in ranks. Null for a choice without ratings. */
	readonly margin: number | null;
};

export type PairOptions = {
	readonly from: readonly Source[];
	/** Points of the scale. Two replies are a tie if their ratings differ by less. Equal ratings are always a tie. */
	readonly threshold: number;
	/** `keep` also makes a pair of a choice between two replies that are a tie. */
	readonly ties: "exclude" | "keep";
};

/** PRISM's text for an empty reply. */
const EMPTY = "EMPTY STRING";
const hasText = ({ text }: Reply): boolean => !isBlank(text) && text !== EMPTY;

/**
 * All pairs that a participant's answers support, conversation by conversation. Two replies make at most one pair of a turn: by
 * the choice if one of them was chosen, otherwise by their ratings. Replies that make no pair are counted by reason.
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

/** Pairs the chosen reply with each other reply of its turn. A choice that contradicts its own ratings makes no pair. */
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

/** Pairs all rated replies of a turn, except those that `choices` pairs. */
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
 * A ranking compares whole conversations, but a pair needs one prompt. So it makes a pair only if the two final replies answer
 * exactly the same messages. For panes this is the case after one turn; from the second turn on, their prompts differ.
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
	const reason = whyUnusable(chosen, rejected);
	tally.add(reason === null ? `pairs_${source}` : `skipped_${reason}`);
	return reason === null;
}

/** A text that the participant cut would teach a model to end there. */
function whyUnusable(chosen: Reply, rejected: Reply): "stopped" | "empty" | "identical" | null {
	if (chosen.stopped || rejected.stopped) return "stopped";
	if (!hasText(chosen) || !hasText(rejected)) return "empty";
	return chosen.text === rejected.text ? "identical" : null;
}

/** Both scores are from one turn, so they have the same scale. */
const difference = (one: Score | null, other: Score | null): number | null =>
	one && other ? one.value - other.value : null;

const everyTwo = <T>(list: readonly T[]): [T, T][] =>
	list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
