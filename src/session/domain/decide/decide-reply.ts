import { err, ok } from "../../../shared/result.ts";
import { replyOf } from "../../reply/followed-reply.ts";
import { presentedAtMs } from "../../reply/presented-times.ts";
import { endsByFailures } from "../assistant-unavailable.ts";
import type { Command, Decision, KeptReply } from "../command.ts";
import { currentConversation, lastTurn, planOf } from "../conversation.ts";
import type { EventOf, SessionEvent } from "../events.ts";
import { evolve } from "../evolve/evolve.ts";
import { eventsOf, selfIdentifications } from "../self-identification-events.ts";
import { endsByLimit } from "../session-budget.ts";
import { type ActiveState, currentStep, entryOf, type SessionState, type StartedState, type Study } from "../state.ts";

export function replied(
	study: Study,
	state: ActiveState,
	command: Extract<Command, { type: "RecordReply" }>,
): readonly SessionEvent[] {
	if (state.stage.kind !== "generating" || currentStep(state) !== command.step) return [];
	const { step, atMs } = { step: currentStep(state), atMs: command.nowMs };
	const { candidates } = command.outcome;
	const calls = candidates.flatMap((candidate) => candidate.calls);
	const whole = candidates.filter(({ complete }) => complete).map(({ slot, text }) => ({ slot, text }));
	const identified = selfIdentifications(study, command.outcome, { step, atMs });
	if (whole.length < candidates.length) {
		const lastAttempt = Math.max(...candidates.map((candidate) => candidate.lastAttempt));
		const refused = candidates.some((candidate) => candidate.refused) ? { refused: true as const } : {};
		const failed: SessionEvent = { type: "ReplyFailed", atMs, step, kept: whole, lastAttempt, calls, ...refused };
		return [...identified, failed, ...endsByFailures(evolve(study, state, failed), atMs)];
	}
	return written(study, state, identified, { type: "ReplyWritten", atMs, step, candidates: whole, calls });
}

/** A stop that comes late, twice or before the first text changes nothing. The participant sees that in the view. */
export function stopReply(
	study: Study,
	state: StartedState,
	{ step, kept, nowMs }: Extract<Command, { type: "StopReply" }>,
): Decision {
	const reply = replyOf(study, state, step);
	if (!reply) return err({ kind: "no_reply" });
	if (!entryOf(study, planOf(state), reply.conversation).stop) return err({ kind: "no_stop" });
	return ok(kept !== null && isWriting(state, step) ? stopped(study, state, kept, nowMs) : []);
}

/** A stop of an earlier round is late: what is written now is another reply. */
function isWriting(state: StartedState, step: string): state is ActiveState {
	if (state.status !== "active" || state.stage.kind !== "generating") return false;
	const { askedBy, replySteps } = lastTurn(currentConversation(state));
	return step === askedBy.at(-1) || step === replySteps.at(-1);
}

function stopped(study: Study, state: ActiveState, kept: KeptReply, atMs: number): readonly SessionEvent[] {
	const step = currentStep(state);
	const candidates = kept.candidates.map(({ slot, text }) => ({ slot, text }));
	const calls = kept.candidates.flatMap((candidate) => candidate.calls);
	const identified = eventsOf(study, kept, { step, atMs });
	return written(study, state, identified, { type: "ReplyWritten", atMs, step, candidates, calls, stopped: true });
}

function written(
	study: Study,
	state: ActiveState,
	identified: readonly SessionEvent[],
	event: EventOf<"ReplyWritten">,
): readonly SessionEvent[] {
	const before = identified.reduce<SessionState>((so, each) => evolve(study, so, each), state);
	const timed = withShownTime(study, before, event);
	return [...identified, timed, ...endsByLimit(study, evolve(study, before, timed), event.atMs, "reply")];
}

function withShownTime(study: Study, before: SessionState, event: EventOf<"ReplyWritten">): EventOf<"ReplyWritten"> {
	const after = evolve(study, before, event);
	if (after.status !== "active") return event;
	return { ...event, shownAtMs: presentedAtMs(study, after, lastTurn(currentConversation(after))) };
}
