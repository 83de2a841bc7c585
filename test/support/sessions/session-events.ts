import { type CallRecord, type Sealed, seal } from "../../../src/blinding/seals/sealed.ts";
import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import type { Span } from "../../../src/self-identification/finder.ts";
import { completionCodeOf } from "../../../src/session/domain/completion-code.ts";
import { currentConversation, lastTurn } from "../../../src/session/domain/conversation.ts";
import { digestOf } from "../../../src/session/domain/decide/step-answer.ts";
import type { EventOf, SessionEvent } from "../../../src/session/domain/events.ts";
import { evolve } from "../../../src/session/domain/evolve/evolve.ts";
import type { SessionFacts, SubmissionStatus } from "../../../src/session/domain/session-facts.ts";
import {
	type ActiveState,
	currentStep,
	type SessionState,
	type StepId,
	type Study,
} from "../../../src/session/domain/state.ts";
import { presentedAtMs } from "../../../src/session/reply/presented-times.ts";
import type { Json } from "../../../src/shared/json.ts";
import { ARM_KEY, FACTS, PLANS, SEAL_TO } from "./session-study.ts";

export type Moment = { readonly study: Study; readonly state: SessionState; readonly atMs: number };

/** Makes the next event. Its step follows from the log before it, so tests need not name it. */
export type Teller = (now: Moment) => SessionEvent;

export function activeOf(state: SessionState): ActiveState {
	if (state.status !== "active") throw new Error(`the session is ${state.status}`);
	return state;
}
const stepOf = (state: SessionState): StepId => currentStep(activeOf(state));

export const startedAs =
	(over: Partial<SessionFacts>): Teller =>
	({ atMs }) => ({ type: "SessionStarted", atMs, ...FACTS, ...over });
export const started = startedAs({});

export const consented: Teller = ({ study, state, atMs }) => ({
	type: "ConsentGiven",
	atMs,
	step: stepOf(state),
	version: study.protocol.consent.version,
});
export const declined: Teller = ({ state, atMs }) => ({ type: "ConsentDeclined", atMs, step: stepOf(state) });

/** The current form's answers. By default, items are in the protocol's order and no check fails. */
export const filled =
	(answers: Readonly<Record<string, Json>>, over: Partial<EventOf<"FormAnswered">> = {}): Teller =>
	({ study, state, atMs }) => {
		const { stage } = activeOf(state);
		if (stage.kind !== "form") throw new Error(`no form is asked, but ${stage.kind}`);
		return {
			type: "FormAnswered",
			atMs,
			step: stepOf(state),
			digest: digestOf({ answers }),
			form: stage.form,
			conversation: stage.conversation,
			answers,
			order: (study.protocol.forms[stage.form]?.items ?? []).map(({ id }) => id),
			failedChecks: [],
			elapsedMs: null,
			...over,
		};
	};

export const randomised =
	(plan: Plan = PLANS.solo): Teller =>
	({ atMs }) => ({ type: "Randomised", atMs, plan, arms: ARM_KEY, sealTo: SEAL_TO });

export const said =
	(text: string): Teller =>
	({ state, atMs }) => ({ type: "MessageSent", atMs, step: stepOf(state), digest: digestOf({ text }), text });

const candidatesOf = (texts: Readonly<Record<string, string>>) =>
	Object.entries(texts).map(([slot, text]) => ({ slot, text }));

/** Texts by slot. */
export const wrote =
	(texts: Readonly<Record<string, string>>, calls: readonly Sealed<CallRecord>[] = []): Teller =>
	({ study, state, atMs }) => {
		const written = {
			type: "ReplyWritten",
			atMs,
			step: stepOf(state),
			candidates: candidatesOf(texts),
			calls,
		} as const;
		const after = activeOf(evolve(study, state, written));
		return { ...written, shownAtMs: presentedAtMs(study, after, lastTurn(currentConversation(after))) };
	};

/** As logs from before `shownAtMs` have it. */
export const wroteBefore =
	(texts: Readonly<Record<string, string>>): Teller =>
	(now) => {
		const { shownAtMs: _, ...old } = wrote(texts)(now) as EventOf<"ReplyWritten">;
		return old;
	};

/** Before its reply. */
export const identified =
	(slot: string, spans: readonly Span[], over: Partial<EventOf<"SelfIdentified">> = {}): Teller =>
	({ state, atMs }) => ({
		type: "SelfIdentified",
		atMs,
		step: stepOf(state),
		slot,
		spans,
		handling: "record",
		discarded: null,
		...over,
	});

export const failed =
	(kept: Readonly<Record<string, string>>, lastAttempt: number, calls: readonly Sealed<CallRecord>[] = []): Teller =>
	({ state, atMs }) => ({
		type: "ReplyFailed",
		atMs,
		step: stepOf(state),
		kept: candidatesOf(kept),
		lastAttempt,
		calls,
	});

/** For a permanent reason. */
export const failedForGood =
	(...told: Parameters<typeof failed>): Teller =>
	(now) =>
		({ ...failed(...told)(now), refused: true }) as SessionEvent;

export const askedAgain: Teller = ({ state, atMs }) => ({ type: "ReplyAskedAgain", atMs, step: stepOf(state) });

export const chose =
	(chosen: string, scores: Readonly<Record<string, number>> | null): Teller =>
	({ state, atMs }) => ({
		type: "CandidateChosen",
		atMs,
		step: stepOf(state),
		digest: digestOf(scores ? { chosen, scores } : { chosen }),
		chosen,
		scores,
	});

export const endedByParticipant: Teller = ({ state, atMs }) => ({
	type: "ConversationEnded",
	atMs,
	step: stepOf(state),
	by: "participant",
});
export const endedByLimit: Teller = ({ atMs }) => ({ type: "ConversationEnded", atMs, step: null, by: "limit" });

/** By the participant or, without a step, after too many failures. */
export const endedUnavailable =
	({ byParticipant }: { readonly byParticipant: boolean }): Teller =>
	({ state, atMs }) => ({
		type: "ConversationEnded",
		atMs,
		step: byParticipant ? stepOf(state) : null,
		by: "assistant_unavailable",
	});
/** The current form. */
export const skipped: Teller = ({ state, atMs }) => {
	const { stage } = activeOf(state);
	if (stage.kind !== "form") throw new Error(`no form is asked, but ${stage.kind}`);
	return { type: "FormSkipped", atMs, form: stage.form, conversation: stage.conversation };
};
export const allocationFailed: Teller = ({ atMs }) => ({ type: "AllocationFailed", atMs });
export const allocationGivenUp: Teller = ({ state, atMs }) => ({
	type: "AllocationGivenUp",
	atMs,
	step: stepOf(state),
});

export const screenedOut: Teller = ({ atMs }) => ({ type: "ScreenedOut", atMs });
export const checksFailed: Teller = ({ atMs }) => ({ type: "ChecksFailed", atMs });
export const studyFull: Teller = ({ atMs }) => ({ type: "StudyFull", atMs });
export const reservationLapsed =
	(nth = 1): Teller =>
	({ atMs }) => ({ type: "ReservationLapsed", atMs, nth });
export const reservationRenewed: Teller = ({ atMs }) => ({ type: "ReservationRenewed", atMs });
export const completed: Teller = ({ atMs }) => ({ type: "SessionCompleted", atMs });
export const reentryRefused =
	(over: Pick<EventOf<"ReentryRefused">, "reason" | "reference">): Teller =>
	({ atMs }) => ({ type: "ReentryRefused", atMs, ...over });
export const submissionChanged =
	(reference: Readonly<Record<string, string>>): Teller =>
	({ atMs }) => ({ type: "SubmissionChanged", atMs, reference });
export const submissionReported =
	(submission: string, status: SubmissionStatus, reportedAtMs: number): Teller =>
	({ atMs }) => ({ type: "SubmissionReported", atMs, submission, status, reportedAtMs });
export const returnAddressChanged =
	(returnUrl: string): Teller =>
	({ atMs }) => ({ type: "ReturnAddressChanged", atMs, returnUrl });
export const expired: Teller = ({ atMs }) => ({ type: "SessionExpired", atMs });
export const withdrawn: Teller = ({ atMs }) => ({ type: "SessionWithdrawn", atMs });

/** The remains of an erased session: participant, study, and the times of its start and randomisation. */
export const erased: Teller = ({ study, state, atMs }) => {
	if (state.status === "new" || state.status === "erased") throw new Error(`the session is ${state.status}`);
	const { sessionId, studyId, protocolHash, participantId, pool } = state.facts;
	const code = state.status === "active" ? null : completionCodeOf(study, state);
	return {
		type: "SessionErased",
		atMs,
		startedAtMs: state.startedAtMs,
		randomisedAtMs: state.allocated?.atMs ?? null,
		sessionId,
		studyId,
		protocolHash,
		participantId,
		pool,
		...(code !== null && { code }),
	};
};

export const callOf = (slot: string, attempt: number): Sealed<CallRecord> =>
	seal<CallRecord>({
		slot,
		attempt,
		provider: "rehearsal",
		model: "warm",
		servedModel: null,
		inputTokens: 10,
		outputTokens: 20,
		startedAtMs: 1,
		firstFrameMs: 2,
		lastFrameMs: 3,
		finishReason: "stop",
		failure: null,
	});
