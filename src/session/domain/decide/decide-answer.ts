import { brokenTexts } from "../../../protocol/validate/texts/texts.ts";
import { err, ok, unreachable } from "../../../shared/result.ts";
import { isBlank } from "../../../shared/visible-text.ts";
import { scaleOf, scoreFaults } from "../../forms/choice-scale.ts";
import { choiceAnswer, consentAnswer, endAnswer, messageAnswer, parseAnswer, retryAnswer } from "../answer.ts";
import { endedUnavailable, mayGiveUp, mayLeaveConversation } from "../assistant-unavailable.ts";
import type { Decision } from "../command.ts";
import { currentConversation, planOf } from "../conversation.ts";
import type { SessionEvent } from "../events.ts";
import { evolve } from "../evolve/evolve.ts";
import { repliesSeen } from "../replies-seen.ts";
import { endsByLimit } from "../session-budget.ts";
import { type ActiveState, currentStep, entryOf, type Stage, type StartedState, type Study } from "../state.ts";
import { decideForm } from "./decide-form.ts";
import { digestOf, invalid, recorded, type StepAnswer } from "./step-answer.ts";

/** The first answer to a step counts. The same answer again makes no events; another answer, or one to an earlier step, is refused. */
export function answerStep(study: Study, state: StartedState, command: StepAnswer): Decision {
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

function answerCurrent(study: Study, state: ActiveState, command: StepAnswer): Decision {
	switch (state.stage.kind) {
		case "consent":
			return consent(study, state, command);
		case "form":
			return decideForm(study, state, state.stage, command);
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

function consent(study: Study, state: ActiveState, { answer, nowMs: atMs }: StepAnswer): Decision {
	const parsed = parseAnswer(consentAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const step = currentStep(state);
	if (!parsed.value.accept) return ok([{ type: "ConsentDeclined", atMs, step }]);
	return ok([{ type: "ConsentGiven", atMs, step, version: study.protocol.consent.version }]);
}

function message(study: Study, state: ActiveState, { answer, nowMs: atMs }: StepAnswer): Decision {
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

function choice(study: Study, state: ActiveState, { answer, nowMs: atMs }: StepAnswer): Decision {
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
	{ answer, nowMs: atMs }: StepAnswer,
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
	{ answer, nowMs: atMs }: StepAnswer,
): Decision {
	if (endAnswer.safeParse(answer).success) {
		if (mayGiveUp(stage)) return ok([{ type: "AllocationGivenUp", atMs, step: currentStep(state) }]);
		return invalid({ pointer: "/end", detail: "Retry first. You can finish if the study still cannot go on." });
	}
	const parsed = parseAnswer(retryAnswer, answer);
	return parsed.ok ? ok([]) : invalid(...parsed.error);
}
