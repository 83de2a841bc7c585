import { askedForm, isAsked, leftOutItems } from "../forms/asked-form.ts";
import type { SessionEvent } from "./events.ts";
import type { ActiveState, SessionState, Stage, StepId, Study } from "./state.ts";

/** Of one reply, after which the participant may go on without it. The first failure is often a moment's. */
const LEAVES_AFTER = 2;
/** Of one reply, after which the study goes on by itself: a client that only knows how to ask again must not do so for ever. */
const ENDS_AFTER = 5;

type Retry = Extract<Stage, { kind: "retry" }>;
type Allocating = Extract<Stage, { kind: "allocating" }>;

/** May the participant end a conversation whose assistant fails? */
export const mayLeave = ({ failures, isRefused }: Retry): boolean => isRefused || failures >= LEAVES_AFTER;

/** The end of a conversation that its assistant cannot go on with. `step` is null where nobody asked for it. */
export const endedUnavailable = (step: StepId | null, atMs: number): SessionEvent => ({
	type: "ConversationEnded",
	atMs,
	step,
	by: "assistant_unavailable",
});

/** After a failed reply: the end of its conversation, where it has failed too often. */
export function endsByFailures(state: SessionState, atMs: number): readonly SessionEvent[] {
	const isOver = state.status === "active" && state.stage.kind === "retry" && state.stage.failures >= ENDS_AFTER;
	return isOver ? [endedUnavailable(null, atMs)] : [];
}

/** Of an allocator that does not answer: so often it is on record, and not more often than this. */
const ALLOCATION_FAILURES = 3;
const ALLOCATION_FAILURE_MS = 20_000;

export const recordsAllocationFailure = ({ failedAtMs }: Allocating, nowMs: number): boolean =>
	failedAtMs.length < ALLOCATION_FAILURES && nowMs - (failedAtMs.at(-1) ?? 0) >= ALLOCATION_FAILURE_MS;

/** May the participant finish without having been randomised? */
export const mayGiveUp = ({ failedAtMs }: Allocating): boolean => failedAtMs.length >= ALLOCATION_FAILURES;

/** The form at hand, where it has nothing to ask: it is skipped, and so is the next one. */
export function skipped(study: Study, state: ActiveState, atMs: number): SessionEvent | null {
	const { stage } = state;
	if (stage.kind !== "form" || isAsked(study, state, stage)) return null;
	const leftOut = leftOutItems(study, state, stage, askedForm(study, state, stage));
	const { form, conversation } = stage;
	return { type: "FormSkipped", atMs, form, conversation, ...(leftOut.length > 0 && { leftOut }) };
}
