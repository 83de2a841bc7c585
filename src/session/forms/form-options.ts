import type { Form, Item } from "../../protocol/schema/form.ts";
import { guessOrder, guessValue, itemOrder, UNKNOWN_GUESS } from "../../randomisation/plan/orders.ts";
import { sha256Of } from "../../shared/json.ts";
import type { BlindedActive, BlindedCourse, BlindedStudy } from "../domain/blinded-state.ts";
import { entryOf } from "../domain/state.ts";

export type FormStage = { readonly form: string; readonly conversation: number | null };
export type RankingOption = {
	readonly value: string;
	readonly label: string;
	readonly conversation: number;
	readonly slot: string | null;
};

/**
 * The order of items for this participant. After randomisation it follows from the plan's seed. Before, it follows from
 * the session's id, which is unrelated to anything else.
 */
export function itemOrderOf(state: BlindedActive, stage: FormStage, form: Form): readonly string[] {
	const ids = form.items.map(({ id }) => id);
	if (!form.shuffle) return ids;
	const seed = state.allocated?.plan.seed ?? sha256Of(state.facts.sessionId).slice("sha256:".length);
	return itemOrder(ids, seed, `${stage.form}/${stage.conversation ?? ""}`);
}

/** Options of guesses and of rankings over conversations or panes, by item, under neutral names. */
export function rankingOptionsOf(
	study: BlindedStudy,
	state: BlindedActive,
	form: Form,
	stage: FormStage,
): Record<string, string[]> {
	return Object.fromEntries(
		form.items.flatMap((item) => {
			if (item.kind === "guess") return [[item.id, guessOptions(study, state, item).map(({ value }) => value)]];
			if (item.kind !== "ranking") return [];
			return [[item.id, optionsOfRanking(study, state, item.options, stage).map(({ value }) => value)]];
		}),
	);
}

/** The arms in this participant's order. Validation made sure that every arm has a description. */
export function guessOptions(
	{ protocol }: BlindedStudy,
	{ allocated }: BlindedCourse,
	item: Extract<Item, { kind: "guess" }>,
): { readonly value: string; readonly label: string }[] {
	if (!allocated) return [];
	const arms = guessOrder(protocol.arms, allocated.plan.seed);
	const options = arms.map(({ description }, place) => ({ value: guessValue(place), label: description ?? "" }));
	return [...options, { value: UNKNOWN_GUESS, label: item.unknown }];
}

export function optionsOfRanking(
	study: BlindedStudy,
	state: BlindedCourse,
	options: "conversations" | "panes" | readonly { readonly value: string; readonly label: string }[],
	stage: FormStage,
): readonly RankingOption[] {
	if (options === "conversations") return conversationOptions(state);
	if (options === "panes") return paneOptions(study, state, stage);
	return options.map((option) => ({ ...option, conversation: -1, slot: null }));
}

/** Whether the conversation has at least one reply. If its models failed from the start, there is nothing to ask about. */
export const hasReply = ({ conversations }: BlindedCourse, conversation: number): boolean =>
	conversations[conversation]?.turns.some(({ candidates }) => candidates.length > 0) ?? false;

const conversationOptions = (state: BlindedCourse): RankingOption[] =>
	state.conversations
		.filter(({ index }) => hasReply(state, index))
		.map(({ index }) => ({
			value: `conversation-${index + 1}`,
			label: `Conversation ${index + 1}`,
			conversation: index,
			slot: null,
		}));

/** The panes of the form's conversation, or of the study's only side-by-side conversation. */
function paneOptions(study: BlindedStudy, state: BlindedCourse, stage: FormStage): RankingOption[] {
	const plan = state.allocated?.plan;
	if (!plan) return [];
	const sideBySide = plan.conversations.findIndex((_, index) => entryOf(study, plan, index).layout === "side-by-side");
	const conversation = stage.conversation ?? sideBySide;
	if (!hasReply(state, conversation)) return [];
	return (plan.conversations[conversation]?.slots ?? []).map(({ slot }) => ({
		value: slot,
		label: `Assistant ${slot.toUpperCase()}`,
		conversation,
		slot,
	}));
}
