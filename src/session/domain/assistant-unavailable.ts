import { askedForm, isAsked, leftOutItems } from "../forms/asked-form.ts";
import type { SessionEvent } from "./events.ts";
import type { ActiveState, SessionState, Stage, StepId, Study } from "./state.ts";

/** Failed rounds of one reply after which the participant may leave the conversation. The first failure is often temporary. */
const FAILURES_BEFORE_LEAVING = 2;
/** Failed rounds after which the conversation ends by itself. Otherwise a client that only retries would do so for ever. */
const FAILURES_BEFORE_END = 5;

type Retry = Extract<Stage, { kind: "retry" }>;
type Allocating = Extract<Stage, { kind: "allocating" }>;

export const mayLeaveConversation = ({ failures, isRefused }: Retry): boolean =>
	isRefused || failures >= FAILURES_BEFORE_LEAVING;

/** `step` is null if no answer asked for the end. */
export const endedUnavailable = (step: StepId | null, atMs: number): SessionEvent => ({
	type: "ConversationEnded",
	atMs,
	step,
	by: "assistant_unavailable",
});

/** Ends the conversation if its reply has failed too often. */
export function endsByFailures(state: SessionState, atMs: number): readonly SessionEvent[] {
	const isOver =
		state.status === "active" && state.stage.kind === "retry" && state.stage.failures >= FAILURES_BEFORE_END;
	return isOver ? [endedUnavailable(null, atMs)] : [];
}

/** How many failures of the allocator are recorded, and the least time between them. */
const MAX_ALLOCATION_FAILURES = 3;
const ALLOCATION_FAILURE_INTERVAL_MS = 20_000;

export const recordsAllocationFailure = ({ failedAtMs }: Allocating, nowMs: number): boolean =>
	failedAtMs.length < MAX_ALLOCATION_FAILURES && nowMs - (failedAtMs.at(-1) ?? 0) >= ALLOCATION_FAILURE_INTERVAL_MS;

/** Whether the participant may finish without randomisation. */
export const mayGiveUp = ({ failedAtMs }: Allocating): boolean => failedAtMs.length >= MAX_ALLOCATION_FAILURES;

/** Skips the current form if it has nothing to ask. */
export function skippedForm(study: Study, state: ActiveState, atMs: number): SessionEvent | null {
	const { stage } = state;
	if (stage.kind !== "form" || isAsked(study, state, stage)) return null;
	const leftOut = leftOutItems(study, state, stage, askedForm(study, state, stage));
	const { form, conversation } = stage;
	return { type: "FormSkipped", atMs, form, conversation, ...(leftOut.length > 0 && { leftOut }) };
}
