import { checkAnswers, failedChecks } from "../../../protocol/answers/answers.ts";
import { isEligible } from "../../../protocol/answers/eligibility.ts";
import type { Form } from "../../../protocol/schema/form.ts";
import { brokenTexts } from "../../../protocol/validate/texts/texts.ts";
import { canonicalJson, type Json, pointer, sha256Of } from "../../../shared/json.ts";
import type { Fault } from "../../../shared/problem.ts";
import { err, ok, unreachable } from "../../../shared/result.ts";
import { isBlank } from "../../../shared/visible-text.ts";
import { askedForm, askedOrder, itemsNotAsked, leftOutItems, shownForm } from "../../forms/asked-form.ts";
import { scaleOf, scoreFaults } from "../../forms/choice-scale.ts";
import { rankingOptionsOf } from "../../forms/form-options.ts";
import { rightAnswers } from "../../view/preview-view.ts";
import {
	type Behaviour,
	choiceAnswer,
	consentAnswer,
	endAnswer,
	formAnswer,
	type Moves,
	messageAnswer,
	parseAnswer,
	retryAnswer,
} from "../answer.ts";
import { endedUnavailable, mayGiveUp, mayLeaveConversation } from "../assistant-unavailable.ts";
import type { Command, Decision } from "../command.ts";
import { currentConversation, planOf } from "../conversation.ts";
import type { EventOf, SessionEvent } from "../events.ts";
import { evolve } from "../evolve/evolve.ts";
import { repliesSeen } from "../replies-seen.ts";
import { endsByLimit } from "../session-budget.ts";
import {
	type ActiveState,
	currentStep,
	entryOf,
	type SessionState,
	type Stage,
	type StartedState,
	type Study,
} from "../state.ts";

type Answer = Extract<Command, { type: "AnswerStep" }>;

const invalid = (...faults: readonly Fault[]): Decision => err({ kind: "invalid", faults });

/** The first answer to a step counts. The same answer again makes no events; another answer, or one to an earlier step, is refused. */
export function answerStep(study: Study, state: StartedState, command: Answer): Decision {
	const current = state.status === "active" ? currentStep(state) : null;
	const known = Object.entries(state.answered).find(([step]) => step === command.step)?.[1];
	const broken = brokenTexts(command.answer);
	if (known !== undefined) {
		const same = broken.length === 0 && known === digestOf(command.answer);
		return same ? ok([]) : err({ kind: "already_answered", current });
	}
	if (state.status !== "active" || current === null) return err({ kind: "ended" });
	if (current !== command.step) return err({ kind: "stale", current });
	if (broken.length > 0) return invalid(...broken);
	if (state.allocated?.reservation.lapsed && state.stage.kind !== "allocating") return err({ kind: "lapsed" });
	return answerCurrent(study, state, command);
}

function answerCurrent(study: Study, state: ActiveState, command: Answer): Decision {
	switch (state.stage.kind) {
		case "consent":
			return consent(study, state, command);
		case "form":
			return form(study, state, state.stage, command);
		case "message":
			return message(study, state, command);
		case "choice":
			return choice(study, state, command);
		case "retry":
			return retry(state, state.stage, command);
		case "allocating":
			return answerWhileAllocating(state, state.stage, command);
		case "generating":
		case "finished":
			return err({ kind: "busy", current: currentStep(state) });
		default:
			return unreachable(state.stage);
	}
}

/**
 * Two answers with the same digest are the same answer. Times and behaviour do not count. An answer of unknown shape has a
 * digest too, so that it differs from the recorded one.
 */
export function digestOf(answer: unknown): string {
	const consented = consentAnswer.safeParse(answer);
	if (consented.success) return consented.data.accept ? "accept" : "decline";
	if (endAnswer.safeParse(answer).success) return "end";
	if (retryAnswer.safeParse(answer).success) return "retry";
	const filled = formAnswer.safeParse(answer);
	if (filled.success) return sha256Of(canonicalJson({ answers: filled.data.answers }));
	const sent = messageAnswer.safeParse(answer);
	if (sent.success) return sha256Of(canonicalJson({ text: sent.data.text }));
	const chosen = choiceAnswer.safeParse(answer);
	if (!chosen.success) return sha256Of(canonicalJson(answer));
	const { seen: _, ...said } = chosen.data;
	return sha256Of(canonicalJson(said));
}

function consent(study: Study, state: ActiveState, { answer, nowMs: atMs }: Answer): Decision {
	const parsed = parseAnswer(consentAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const step = currentStep(state);
	if (!parsed.value.accept) return ok([{ type: "ConsentDeclined", atMs, step }]);
	return ok([{ type: "ConsentGiven", atMs, step, version: study.protocol.consent.version }]);
}

function form(
	study: Study,
	state: ActiveState,
	stage: { readonly form: string; readonly conversation: number | null },
	{ answer, nowMs: atMs }: Answer,
): Decision {
	const parsed = parseAnswer(formAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const asked = askedForm(study, state, stage);
	const { passChecks } = parsed.value;
	if (passChecks && state.facts.pool !== "pilot")
		return invalid({ pointer: "/passChecks", detail: "Only sessions of the pilot pool can use passChecks." });
	const shown = shownForm(asked, { ...parsed.value.answers, ...(passChecks ? rightAnswers(asked) : {}) });
	const given = { ...parsed.value.answers, ...(passChecks ? rightAnswers(shown) : {}) };
	const leftOut = leftOutItems(study, state, stage, shown);
	const checked = checkAnswers(shown, withoutItems(given, leftOut), {
		rankingOptions: rankingOptionsOf(study, state, shown, stage),
	});
	const faults = [...notAskedFaults(given, leftOut), ...(checked.ok ? [] : checked.error)];
	if (!checked.ok || faults.length > 0) return invalid(...faults);
	const withoutSubject = itemsNotAsked(study, state, stage);
	const answered: EventOf<"FormAnswered"> = {
		type: "FormAnswered",
		atMs,
		step: currentStep(state),
		digest: digestOf(answer),
		form: stage.form,
		conversation: stage.conversation,
		answers: checked.value,
		order: displayedOrder(
			parsed.value.shown,
			askedOrder(study, state, stage).filter((id) => !leftOut.includes(id)),
		),
		failedChecks: failedChecks(shown, checked.value),
		elapsedMs: parsed.value.elapsedMs ?? null,
		...recorded(study, parsed.value.behaviour),
		...(withoutSubject.length > 0 && { notAsked: withoutSubject }),
		...(leftOut.length > 0 && { leftOut }),
		...movesOf(shown, parsed.value.moves),
	};
	const seen = repliesSeen(state, parsed.value.seen, atMs);
	return ok([...seen, answered, ...exclusions(study, evolve(study, state, answered), atMs, answered)]);
}

/** Only moves in rankings are kept. */
function movesOf({ items }: Form, moves: Moves = {}): { readonly moves?: Moves } {
	const ranked = items.filter(({ id, kind }) => kind === "ranking" && moves[id]);
	return ranked.length === 0 ? {} : { moves: Object.fromEntries(ranked.map(({ id }) => [id, moves[id]] as never)) };
}

const withoutItems = (given: Readonly<Record<string, Json>>, ids: readonly string[]): Record<string, Json> =>
	Object.fromEntries(Object.entries(given).filter(([id]) => !ids.includes(id)));

const notAskedFaults = (given: Readonly<Record<string, Json>>, leftOut: readonly string[]): Fault[] =>
	leftOut
		.filter((id) => given[id] !== undefined)
		.map((id) => ({
			pointer: pointer(["answers", id]),
			detail: "This item is not asked after these answers. Leave it out.",
		}));

/** The client's order counts if it names the same items; otherwise the drawn order does. */
function displayedOrder(shown: readonly string[] | undefined, drawn: readonly string[]): readonly string[] {
	const same =
		shown &&
		shown.length === drawn.length &&
		new Set(shown).size === drawn.length &&
		drawn.every((id) => shown.includes(id));
	return same ? shown : drawn;
}

/** Eligibility rules apply only before randomisation (CONSORT); attention checks apply always. */
function exclusions(
	study: Study,
	state: SessionState,
	atMs: number,
	{ form: answered, leftOut = [] }: EventOf<"FormAnswered">,
): readonly SessionEvent[] {
	if (state.status !== "active") return [];
	const { eligibility, checks } = study.protocol;
	const given = Object.fromEntries(state.forms.map((entry) => [entry.form, entry.answers]));
	// Who is not asked cannot fail.
	const rules = eligibility.filter(({ form: of, item }) => of === answered && !leftOut.includes(item));
	if (!state.allocated && !isEligible(rules, given)) return [{ type: "ScreenedOut", atMs }];
	const failed = state.forms.reduce((sum, entry) => sum + entry.failedChecks.length, 0);
	return checks && failed >= checks.failAfter ? [{ type: "ChecksFailed", atMs }] : [];
}

function message(study: Study, state: ActiveState, { answer, nowMs: atMs }: Answer): Decision {
	const open = currentConversation(state);
	const { turns } = entryOf(study, planOf(state), open.index);
	const step = currentStep(state);
	const ended = endAnswer.safeParse(answer);
	if (ended.success) {
		const seen = repliesSeen(state, ended.data.seen, atMs);
		const by = open.closedBy ?? "participant";
		if (open.closedBy || open.turns.length >= turns.min)
			return ok([...seen, { type: "ConversationEnded", atMs, step, by }]);
		return invalid({
			pointer: "/end",
			detail: `Send ${turns.min - open.turns.length} more before you end the conversation.`,
		});
	}
	const parsed = parseAnswer(messageAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const { text, stays } = parsed.value;
	if (open.closedBy)
		return invalid({ pointer: "/text", detail: "this conversation takes no more messages: send `end` to go on" });
	const most = study.protocol.limits.messageCharacters;
	if (isBlank(text)) return invalid({ pointer: "/text", detail: "Write something." });
	if (text.length > most)
		return invalid({ pointer: "/text", detail: `At most ${most} characters; this text has ${text.length}.` });
	const sent: SessionEvent = {
		type: "MessageSent",
		atMs,
		step,
		digest: digestOf(answer),
		text,
		...recorded(study, parsed.value.behaviour),
		...(stays && { stays }),
	};
	return ok([...repliesSeen(state, parsed.value.seen, atMs), sent]);
}

/** Behaviour is stored only if the consent covers it. */
const recorded = (study: Study, behaviour: Behaviour | undefined): { readonly behaviour?: Behaviour } =>
	study.protocol.consent.behaviour && behaviour ? { behaviour } : {};

function choice(study: Study, state: ActiveState, { answer, nowMs: atMs }: Answer): Decision {
	const parsed = parseAnswer(choiceAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const seen = repliesSeen(state, parsed.value.seen, atMs);
	const open = currentConversation(state);
	const slots = (open.turns.at(-1)?.candidates ?? []).map(({ slot }) => slot);
	const scale = scaleOf(study, state);
	const { chosen, scores } = parsed.value;
	const faults = slots.includes(chosen) ? [] : [{ pointer: "/chosen", detail: `Must be one of ${slots.join(", ")}.` }];
	faults.push(...(scale ? scoreFaults(scores ?? {}, slots, scale) : []));
	if (!scale && scores) faults.push({ pointer: "/scores", detail: "This step has no scale. Leave out the scores." });
	if (faults.length > 0) return invalid(...faults);
	const event: SessionEvent = {
		type: "CandidateChosen",
		atMs,
		step: currentStep(state),
		digest: digestOf(answer),
		chosen,
		scores: scores ?? null,
	};
	return ok([...seen, event, ...endsByLimit(study, evolve(study, state, event), atMs, "choice")]);
}

function retry(
	state: ActiveState,
	stage: Extract<Stage, { kind: "retry" }>,
	{ answer, nowMs: atMs }: Answer,
): Decision {
	const step = currentStep(state);
	if (endAnswer.safeParse(answer).success) {
		if (mayLeaveConversation(stage)) return ok([endedUnavailable(step, atMs)]);
		return invalid({
			pointer: "/end",
			detail: "Retry first. You can end the conversation if the assistant fails again.",
		});
	}
	const parsed = parseAnswer(retryAnswer, answer);
	return parsed.ok ? ok([{ type: "ReplyAskedAgain", atMs, step }]) : invalid(...parsed.error);
}

/** The client may retry while it waits. Once the allocator has failed for long enough, the participant may leave instead. */
function answerWhileAllocating(
	state: ActiveState,
	stage: Extract<Stage, { kind: "allocating" }>,
	{ answer, nowMs: atMs }: Answer,
): Decision {
	if (endAnswer.safeParse(answer).success) {
		if (mayGiveUp(stage)) return ok([{ type: "AllocationGivenUp", atMs, step: currentStep(state) }]);
		return invalid({ pointer: "/end", detail: "Retry first. You can finish if the study still cannot go on." });
	}
	const parsed = parseAnswer(retryAnswer, answer);
	return parsed.ok ? ok([]) : invalid(...parsed.error);
}
