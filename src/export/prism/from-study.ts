import type { PastConversation, PastReply } from "../../personalisation/profiles/history.ts";
import type { Conversation } from "../../protocol/schema/schema.ts";
import type { Json } from "../../shared/json.ts";
import { type Dialogue, type Reply, replyOf, threadsOf } from "../training/dialogue.ts";
import { answerTo, type Person } from "../training/person.ts";
import type { Tally } from "../training/tally.ts";
import { POINTS, rescaled } from "./scale.ts";
import { prismTime, seconds, timing } from "./time.ts";

const ATTRIBUTES = ["values", "fluency", "factuality", "safety", "diversity", "creativity", "helpfulness"];

export type Naming = {
	/** The model's name and provider for a label. The name is the label itself while the study is blinded. */
	readonly modelOf: (label: string) => { readonly name: string; readonly provider: string };
	readonly entries: readonly Conversation[];
};

/**
 * A participant's finished conversations in PRISM's form. A conversation ends before its first turn without a reply or a
 * choice, because PRISM has no such turns. Each side-by-side pane becomes a conversation. What is left out is counted.
 */
export function conversationsOf(person: Person, naming: Naming, tally: Tally): PastConversation[] {
	return person.dialogues.flatMap((dialogue) => {
		if (dialogue.endedAt === null) {
			tally.add("skipped_unfinished_conversations");
			return [];
		}
		return threadsOf(dialogue).flatMap((pane) => {
			const conversation = conversationOf(person, dialogue, dialogue.endedAt ?? "", pane, naming);
			tally.add("skipped_turns", dialogue.turns.length - conversation.turns.length);
			if (conversation.turns.length > 0) return [conversation];
			tally.add("skipped_empty_conversations");
			return [];
		});
	});
}

function conversationOf(
	person: Person,
	dialogue: Dialogue,
	endedAt: string,
	pane: string | null,
	naming: Naming,
): PastConversation {
	const unanswered = dialogue.turns.findIndex((turn) => replyOf(dialogue, turn, pane) === null);
	const turns = unanswered < 0 ? dialogue.turns : dialogue.turns.slice(0, unanswered);
	return {
		id: null,
		type: typeOf(person, dialogue, naming),
		at: prismTime(endedAt),
		turns: turns.map(({ text, replies }) => ({
			text,
			replies: (pane === null ? replies : replies.filter(({ slot }) => slot === pane)).map((reply, place) =>
				pastReply(reply, place, naming),
			),
		})),
		more: {
			performance_attributes: attributes(person, dialogue, "performance"),
			choice_attributes: attributes(person, dialogue, "choice"),
			open_feedback: answerTo(person, "open_feedback", dialogue.id)?.value ?? null,
			...timing(seconds(dialogue.startedAt, endedAt)),
			included_in_balanced_subset: false,
		},
	};
}

/** If there was no choice, the only reply counts as chosen. */
function pastReply({ text, chosen, score, label }: Reply, place: number, { modelOf }: Naming): PastReply {
	const { name, provider } = modelOf(label);
	return {
		text,
		chosen: chosen ?? true,
		score: score && rescaled(score.value, score, POINTS),
		place,
		model: name,
		provider,
	};
}

/** PRISM's types by the first word of an entry's id. The title does not give the type, because it is written for participants. */
const TYPES: Readonly<Record<string, string>> = {
	unguided: "unguided",
	values: "values guided",
	controversy: "controversy guided",
};

/** The participant's answer if an item asks for the type, otherwise the type from the entry's id, otherwise its title. */
function typeOf(person: Person, { id, entry }: Dialogue, { entries }: Naming): string | null {
	const asked = answerTo(person, "conversation_type", id)?.value;
	if (typeof asked === "string") return asked;
	const type = TYPES[entry.split("-")[0] ?? ""];
	if (type !== undefined) return type;
	return entries.find((known) => known.id === entry)?.title.toLowerCase() ?? null;
}

function attributes(person: Person, { id }: Dialogue, kind: "performance" | "choice"): Json {
	return Object.fromEntries(
		ATTRIBUTES.map((attribute) => {
			const answer = answerTo(person, `${kind}_${attribute}`, id);
			const points =
				typeof answer?.value === "number" && answer.scale ? rescaled(answer.value, answer.scale, POINTS) : null;
			return [attribute, points];
		}),
	);
}
