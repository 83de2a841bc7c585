import type { Item } from "../../protocol/schema/form.ts";
import { isRating } from "../../protocol/schema/item-kinds.ts";
import { formOf } from "../../protocol/steps/steps.ts";
import { TICK_MS } from "../../replies/present/pace.ts";
import { REPLY_LIMITS } from "../../replies/write/reply-limits.ts";
import { timestamp } from "../../shared/clock.ts";
import { unreachable } from "../../shared/result.ts";
import { mayGiveUp, mayLeaveConversation } from "../domain/assistant-unavailable.ts";
import type { BlindedActive, BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { currentConversation, planOf } from "../domain/conversation.ts";
import { messageIdOf } from "../domain/replies-seen.ts";
import { currentStep, entryOf } from "../domain/state.ts";
import { askedOrder } from "../forms/asked-form.ts";
import { scaleOf } from "../forms/choice-scale.ts";
import { guessOptions, optionsOfRanking, type RankingOption } from "../forms/form-options.ts";
import { paceOf } from "../reply/presented-times.ts";
import { byCode, exitOf, lastWords } from "./exit-view.ts";
import type { SignReturn } from "./for-tools/return-address.ts";
import { messagesOf } from "./message-views.ts";
import { previewOf } from "./preview-view.ts";
import { progressOf } from "./progress.ts";
import { timeLeft } from "./time-left.ts";
import type { ItemView, SessionView, StepView } from "./view-schema.ts";

/** What the participant may see. All data for participants passes through here, and the types have no label and no arm. */
export function view(study: BlindedStudy, state: BlindedState, sign?: SignReturn): SessionView {
	return {
		id: state.facts.sessionId,
		study: state.facts.slug,
		status: state.status,
		erased: false,
		progress: { ...progressOf(study, state), ...(state.status === "active" ? timeLeft(study, state) : {}) },
		step: state.status === "active" ? stepView(study, state) : null,
		conversation: state.status === "active" ? conversationView(study, state) : null,
		exit: state.status === "active" ? null : exitOf(study, state, sign),
		...(study.protocol.consent.copy ? { copy: true } : {}),
		...(state.facts.pool === "pilot" ? { preview: previewOf(study, state) } : {}),
	};
}

/** Present only if the consent text covers it. Clients then send `behaviour`. */
const recorded = ({ protocol }: BlindedStudy): { behaviour?: true } =>
	protocol.consent.behaviour ? { behaviour: true } : {};

/** The last view of a session that this request erased. */
export const erasedView = (
	study: BlindedStudy,
	{ sessionId, code = null }: { readonly sessionId: string; readonly code?: string | null },
): SessionView => ({
	id: sessionId,
	study: study.protocol.slug,
	status: "withdrawn",
	erased: true,
	progress: { done: 0, of: 0 },
	step: null,
	conversation: null,
	exit: { reason: "withdrawn", ...byCode(study, code), ...lastWords(study, "withdrawn") },
});

function stepView(study: BlindedStudy, state: BlindedActive): StepView {
	const id = currentStep(state);
	switch (state.stage.kind) {
		case "consent":
			return { id, kind: "consent", text: study.protocol.consent.text, version: study.protocol.consent.version };
		case "form":
			return formView(study, state, state.stage);
		case "message":
			return messageView(study, state);
		case "choice":
			return { id, kind: "choice", candidates: candidatesOf(state), scale: scaleOf(study, state) };
		case "generating":
			return { id, kind: "generating", since: timestamp(state.stage.sinceMs) };
		case "retry":
			return { id, kind: "retry", ...retryView(state.stage) };
		case "allocating":
			return { id, kind: "retry", ...allocatingView(state.stage) };
		case "finished":
			throw new Error("a finished session completes in the same transaction");
		default:
			return unreachable(state.stage);
	}
}

type Retry = Omit<Extract<StepView, { kind: "retry" }>, "id" | "kind">;

function retryView(stage: Extract<BlindedActive["stage"], { kind: "retry" }>): Retry {
	if (stage.isRefused) return { problem: REFUSED, canRetry: false, canEnd: true };
	return mayLeaveConversation(stage) ? { problem: FAILED_AGAIN, canEnd: true } : { problem: FAILED };
}

const FAILED = "The assistant could not answer. Your message is kept: please try again.";
const FAILED_AGAIN =
	"The assistant could not answer. Your message is kept: try again, or end this conversation. The study goes on without it.";
const REFUSED = "The assistant cannot go on in this conversation. Please end it: the study goes on without it.";

const allocatingView = (stage: Extract<BlindedActive["stage"], { kind: "allocating" }>): Retry =>
	mayGiveUp(stage)
		? { problem: "We cannot go on just now. Your answers are saved: try again, or finish here.", canEnd: true }
		: { problem: "We could not go on just now. Your answers are saved: please try again." };

function candidatesOf(state: BlindedActive): Extract<StepView, { kind: "choice" }>["candidates"] {
	const { index, turns } = currentConversation(state);
	const turn = turns.at(-1);
	return (turn?.candidates ?? []).map(({ slot, text, shown, seenAtMs }) => ({
		id: slot,
		message: messageIdOf(state.facts.sessionId, index, turns.length - 1, slot),
		text: shown ?? text,
		...(seenAtMs === undefined ? {} : { seen: true as const }),
		...(turn?.stopped && { stopped: true as const }),
	}));
}

function messageView(study: BlindedStudy, state: BlindedActive): StepView {
	const { turns: sent, closedBy } = currentConversation(state);
	const { turns } = entryOf(study, planOf(state), currentConversation(state).index);
	return {
		id: currentStep(state),
		kind: "message",
		minTurns: turns.min,
		maxTurns: turns.max,
		turn: sent.length + 1,
		canEnd: closedBy !== undefined || sent.length >= turns.min,
		...(closedBy === undefined ? {} : { canSend: false as const }),
		maxLength: study.protocol.limits.messageCharacters,
		...recorded(study),
	};
}

function formView(
	study: BlindedStudy,
	state: BlindedActive,
	stage: { form: string; conversation: number | null },
): StepView {
	const form = formOf(study.protocol, stage.form);
	const byId = new Map(form.items.map((item) => [item.id, item]));
	const items = askedOrder(study, state, stage).flatMap((id) => byId.get(id) ?? []);
	return {
		id: currentStep(state),
		kind: "form",
		title: form.title,
		items: items.map((item) => ({ ...itemView(study, state, stage, item), ...conditionView(item) })),
		...(form.pages === undefined ? {} : { pages: form.pages === true ? ITEMS_PER_PAGE : form.pages }),
		...recorded(study),
	};
}

/** For a form with `"pages": true`. */
const ITEMS_PER_PAGE = 4;

/** A condition on an earlier form is settled, so it is not sent. */
function conditionView({ showIf }: Item): Pick<ItemView, "showIf"> {
	if (showIf === undefined || showIf.form !== undefined) return {};
	const { item, equals, in: oneOf, atLeast, atMost } = showIf;
	return { showIf: { item, ...defined({ equals, in: oneOf, atLeast, atMost }) } };
}

/** Leaves out `correct`, which must stay on the server. */
function itemView(
	study: BlindedStudy,
	state: BlindedActive,
	stage: { form: string; conversation: number | null },
	item: Item,
): ItemView {
	const { id, label, help } = item;
	// Clients show a guess like any choice.
	const kind = item.kind === "guess" ? "choice" : item.kind;
	const common = { id, kind, label, ...(help === undefined ? {} : { help }) };
	if (item.kind === "info") return { ...common, required: false };
	const asked = { ...common, required: item.required };
	if (item.kind === "text") return { ...asked, ...defined({ min: item.min }), maxLength: item.maxLength };
	if (item.kind === "ranking") {
		const options = optionsOfRanking(study, state, item.options, stage);
		return { ...asked, options: options.map((option) => rankedOption(study, state, option)) };
	}
	if (item.kind === "guess") return { ...asked, options: guessOptions(study, state, item) };
	if (item.kind === "choice") return { ...asked, options: item.options };
	if (item.kind === "choices") return { ...asked, options: item.options, ...defined({ min: item.min, max: item.max }) };
	const { min, max, step, minLabel, maxLabel, notApplicable } = item;
	return { ...asked, ...defined({ min, max, step, minLabel, maxLabel }), notApplicable };
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** The option with its conversation, to be read again under the same neutral names. */
function rankedOption(study: BlindedStudy, state: BlindedActive, { value, label, conversation, slot }: RankingOption) {
	const said = state.conversations[conversation];
	if (!said) return { value, label };
	const { layout } = entryOf(study, planOf(state), conversation);
	const messages = messagesOf(state.facts.sessionId, layout, said);
	const rating = slot === null ? ownRating(study, state, conversation) : null;
	const own =
		slot === null ? messages : messages.filter(({ candidate }) => candidate === undefined || candidate === slot);
	const which = slot === null ? { conversation: conversation + 1 } : { candidate: slot };
	return { value, label, ...which, ...(rating && { rating }), transcript: { layout, messages: own } };
}

/** The participant's overall rating of a conversation: the answer to the first scale that was asked about it. */
function ownRating({ protocol }: BlindedStudy, { forms }: BlindedActive, conversation: number) {
	for (const { form, answers } of forms.filter((answered) => answered.conversation === conversation)) {
		const scales = formOf(protocol, form).items.filter(isRating);
		const first = scales.find(({ id }) => typeof answers[id] === "number");
		const value = first && answers[first.id];
		if (!first || typeof value !== "number") continue;
		const { label, min, max, minLabel, maxLabel } = first;
		return { label, value, min, max, ...defined({ minLabel, maxLabel }) };
	}
	return null;
}

/** The conversation stays while a lapsed place is requested again, because a message may be half written. */
function shownConversation({
	stage,
	conversations,
}: BlindedActive): BlindedActive["conversations"][number] | undefined {
	if (stage.kind === "allocating") return conversations.at(-1);
	const index = "conversation" in stage ? stage.conversation : null;
	return index === null ? undefined : conversations[index];
}

/** The current conversation, or the one that the current form is about. */
function conversationView(study: BlindedStudy, state: BlindedActive): SessionView["conversation"] {
	const { stage } = state;
	const conversation = shownConversation(state);
	if (!conversation) return null;
	const plan = planOf(state);
	const { title, instructions, layout, ideas, stop } = entryOf(study, plan, conversation.index);
	const messages = messagesOf(state.facts.sessionId, layout, conversation);
	const choosing = stage.kind === "choice";
	return {
		index: conversation.index + 1,
		of: plan.conversations.length,
		title,
		instructions,
		layout,
		// The step already has the candidates to choose from.
		messages: choosing ? messages.slice(0, -candidatesOf(state).length || undefined) : messages,
		...(ideas && messages.length === 0 && { ideas }),
		...(stop && { stop: true as const }),
		textEveryMs: paceOf(study, state) === "as-is" ? REPLY_LIMITS.unpacedFrameMs : TICK_MS,
	};
}
