import { statedPreferences, surveyRow } from "../prism/survey.ts";
import { type Dialogue, replyOf } from "./dialogue.ts";
import { type Pair, type PairOptions, pairsOf } from "./pairs.ts";
import { answerTo, type Person } from "./person.ts";
import { type Split, type SplitOptions, splitOf } from "./split.ts";
import type { Tally } from "./tally.ts";

/**
 * The three files that `load_prism_comparisons` of P-DPO reads (github HumainLab/Personalized_RLHF, prlhf/utils.py), in the form
 * that its notebook writes. docs/reference/exports-training.md lists where this differs, because the notebook has errors.
 */
export type PdpoDialog = {
	readonly dialog_id: string;
	readonly user_id: string;
	readonly turns: readonly PdpoTurn[];
	readonly total_turn_nb: number;
	readonly open_feedback: string;
};

export type PdpoTurn = {
	/** 0-based. */
	readonly turn_nb: number;
	readonly user_utterance: readonly [string];
	/** One reply: the one with which the conversation continued. */
	readonly chosen_utterance: readonly string[];
	readonly rejected_utterance: readonly string[];
};

export type PdpoShare = { readonly dialogs: readonly PdpoDialog[]; readonly split: Split; readonly seen: boolean };

type ShareOptions = SplitOptions & Pick<PairOptions, "threshold" | "ties">;

/** The conversations of one participant that have at least one pair. Null if there is none. */
export function pdpoShare(person: Person, options: ShareOptions, tally: Tally): PdpoShare | null {
	const pairs = pairsOf(person, { from: ["choice"], threshold: options.threshold, ties: options.ties }, tally);
	const dialogs = person.dialogues.flatMap((dialogue) => {
		const own = pairs.filter(({ conversation }) => conversation === dialogue.id);
		if (own.length > 0) return [dialogOf(person, dialogue, own)];
		tally.add("skipped_dialogs_without_pairs");
		return [];
	});
	if (dialogs.length === 0) return null;
	const split = splitFor(person, options);
	const seen = dialogs.some(({ dialog_id }) => split.placeOf(dialog_id).split === "train");
	tally.add(seen ? "users_seen" : "users_unseen");
	for (const { dialog_id } of dialogs) tally.add(`dialogs_${split.placeOf(dialog_id).split}`);
	return { dialogs, split, seen };
}

/** The split over all of a participant's conversations, so that it is the same in every format. */
export const splitFor = (
	{ participant, dialogues }: Pick<Person, "participant" | "dialogues">,
	options: SplitOptions,
): Split =>
	splitOf(
		participant,
		dialogues.map(({ id }) => id),
		options,
	);

function dialogOf(person: Person, dialogue: Dialogue, pairs: readonly Pair[]): PdpoDialog {
	const unanswered = dialogue.turns.findIndex((turn) => replyOf(dialogue, turn, null) === null);
	const turns = unanswered < 0 ? dialogue.turns : dialogue.turns.slice(0, unanswered);
	const feedback = answerTo(person, "open_feedback", dialogue.id)?.value;
	return {
		dialog_id: dialogue.id,
		user_id: person.participant,
		turns: turns.map((turn, index) => ({
			turn_nb: index,
			user_utterance: [turn.text],
			chosen_utterance: [replyOf(dialogue, turn, null)?.text ?? ""],
			rejected_utterance: pairs.filter((pair) => pair.turn === index + 1).map(({ rejected }) => rejected.text),
		})),
		total_turn_nb: turns.length,
		open_feedback: typeof feedback === "string" ? feedback : "",
	};
}

/** An entry of `prism_data_user.json`. As in the notebook's types, texts that were not asked are empty strings. */
export function pdpoUser(person: Person, { dialogs }: PdpoShare) {
	const survey = surveyRow(person, person.participant, dialogs.length, "");
	const text = (column: string): string => (typeof survey[column] === "string" ? survey[column] : "");
	return {
		user_id: person.participant,
		dialog_ids: dialogs.map(({ dialog_id }) => dialog_id),
		demographics: {
			self_description: text("self_description"),
			preference: topPreferences(person),
			age: text("age"),
			gender: text("gender"),
			education: text("education"),
			employment: text("employment_status"),
			marital: text("marital_status"),
			english_proficiency: text("english_proficiency"),
		},
		system_string: text("system_string"),
	};
}

const TOP = 3;

/**
 * The three attributes that this person rated highest. P-DPO's notebook takes the first three of `order_stated_prefs`, which is
 * only the order in which the sliders were shown. Equal ratings are ordered by name, so that the display order has no effect.
 */
function topPreferences(person: Person): string[] {
	return Object.entries(statedPreferences(person))
		.flatMap(([name, value]) => (name !== "other" && typeof value === "number" ? [{ name, value }] : []))
		.toSorted((one, other) => other.value - one.value || (one.name < other.name ? -1 : 1))
		.slice(0, TOP)
		.map(({ name }) => name);
}
