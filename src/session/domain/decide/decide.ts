import type { ArmKey } from "../../../blinding/seals/sealed.ts";
import { sealedFrom } from "../../../blinding/seals/sealed-storing.ts";
import type { Allocation } from "../../../randomisation/allocator/allocator-client.ts";
import { err, ok, unreachable } from "../../../shared/result.ts";
import { recordsAllocationFailure, skippedForm } from "../assistant-unavailable.ts";
import type { Command, Decision } from "../command.ts";
import { completionCodeOf } from "../completion-code.ts";
import type { SessionEvent } from "../events.ts";
import { evolve } from "../evolve/evolve.ts";
import type { ActiveState, SessionState, StartedState, Study } from "../state.ts";
import { answerStep } from "./decide-answer.ts";
import { replied, stopReply } from "./decide-reply.ts";
import { mayResume, refusedReentry, resumed } from "./reentry.ts";
import { exitAfterReport, reportReply } from "./report-reply.ts";
import { endedForResearcher, placeReleased, settingsChanged } from "./researcher.ts";
import { isSamePlace, lapsed } from "./reservation.ts";
import { submissionReported } from "./submission-reported.ts";

/**
 * The events of a command, a refusal, or no events if the command is a repeat. Commands of the platform (an allocation, a
 * reply, a deadline) may come twice or late. A session that is past them makes no events.
 */
export function decide(study: Study, state: SessionState, command: Command): Decision {
	if (state.status === "erased") return decideErased(command);
	if (command.type === "Start") return ok(state.status === "new" ? started(command) : []);
	if (state.status === "new") return err({ kind: "not_started" });
	const decision = decideStarted(study, state, command);
	return decision.ok ? ok(finish(study, state, decision.value, command.nowMs)) : decision;
}

function decideErased(command: Command): Decision {
	if (command.type === "Withdraw" || command.type === "RecordRefusedReentry" || command.type === "RecordSubmission")
		return ok([]);
	const hidden = command.type === "Resume" && !mayResume(null, command);
	return err({ kind: hidden ? "unproven" : "erased" });
}

function decideStarted(study: Study, state: StartedState, command: Exclude<Command, { type: "Start" }>): Decision {
	switch (command.type) {
		case "Resume":
			return mayResume(state.facts, command) ? ok(resumed(study, state, command)) : err({ kind: "unproven" });
		case "RecordRefusedReentry":
			return ok(refusedReentry(state, command));
		case "RecordSubmission":
			return ok(submissionReported(state, command));
		case "AnswerStep":
			return answerStep(study, state, command);
		case "RecordAllocation":
			return ok(state.status === "active" ? allocated(state, command) : []);
		case "RecordAllocationFailure":
			return ok(state.status === "active" ? allocationFailed(state, command.nowMs) : []);
		case "RecordRenewal":
			return ok(state.status === "active" ? renewed(state, command) : []);
		case "LapseReservation":
			return ok(state.status === "active" ? lapsed(study, state, command.nowMs) : []);
		case "RecordExclusion":
			return ok(state.status === "active" ? excluded(state, command) : []);
		case "RecordReply":
			return ok(state.status === "active" ? replied(study, state, command) : []);
		case "StopReply":
			return stopReply(study, state, command);
		case "Expire":
			return ok(
				state.status === "active" && expired(state, command) ? [{ type: "SessionExpired", atMs: command.nowMs }] : [],
			);
		case "ChangeSettings":
			return ok(settingsChanged(state, command));
		case "EndForResearcher":
			return endedForResearcher(state, command);
		case "ReleasePlace":
			return placeReleased(study, state, command);
		case "ReportReply":
			return reportReply(state, command);
		case "Withdraw":
			return withdrawn(study, state, command);
		default:
			return unreachable(command);
	}
}

/** Excluded participants get the study's exit for it at once, before any question. */
function started({ facts, exclusion, nowMs: atMs }: Extract<Command, { type: "Start" }>): readonly SessionEvent[] {
	const begun: SessionEvent = { type: "SessionStarted", atMs, ...facts };
	return exclusion ? [begun, { type: "ScreenedOut", atMs, reason: exclusion }] : [begun];
}

const expired = (state: ActiveState, { nowMs, expiresAfterMs }: Extract<Command, { type: "Expire" }>): boolean =>
	nowMs - state.startedAtMs >= expiresAfterMs;

const allocated = (
	state: ActiveState,
	command: Extract<Command, { type: "RecordAllocation" }>,
): readonly SessionEvent[] => (awaitsFirstPlace(state) ? allocationEvents(command) : []);

const awaitsFirstPlace = ({ stage, allocated }: ActiveState): boolean =>
	stage.kind === "allocating" && allocated === null;

function renewed(
	state: ActiveState,
	{ allocation, nowMs: atMs }: Extract<Command, { type: "RecordRenewal" }>,
): readonly SessionEvent[] {
	if (!state.allocated?.reservation.lapsed) return [];
	return isSamePlace(state, allocation)
		? [{ type: "ReservationRenewed", atMs }]
		: allocationEvents({ allocation, nowMs: atMs });
}

type AllocationResult = { readonly allocation: Allocation; readonly fittings?: string; readonly nowMs: number };

function allocationEvents({ allocation, fittings, nowMs: atMs }: AllocationResult): readonly SessionEvent[] {
	if (allocation.kind === "full") return [{ type: "StudyFull", atMs }];
	const { plan, sealedArms, sealTo } = allocation;
	const arms = sealedFrom<ArmKey>(sealedArms);
	return [{ type: "Randomised", atMs, plan, arms, sealTo, ...(fittings !== undefined && { fittings }) }];
}

function allocationFailed({ stage, allocated: held }: ActiveState, atMs: number): readonly SessionEvent[] {
	const isRecorded =
		stage.kind === "allocating" ? recordsAllocationFailure(stage, atMs) : (held?.reservation.lapsed ?? false);
	return isRecorded ? [{ type: "AllocationFailed", atMs }] : [];
}

const excluded = (
	state: ActiveState,
	{ exclusion, nowMs: atMs }: Extract<Command, { type: "RecordExclusion" }>,
): readonly SessionEvent[] => (awaitsFirstPlace(state) ? [{ type: "ScreenedOut", atMs, reason: exclusion }] : []);

function withdrawn(
	study: Study,
	state: StartedState,
	{ erase, reported, nowMs }: Extract<Command, { type: "Withdraw" }>,
): Decision {
	const exit = reported === undefined ? null : exitAfterReport(study, state, reported);
	if (exit !== null && !exit.ok) return exit;
	const withdrawal: readonly SessionEvent[] =
		state.status === "withdrawn" ? [] : [{ type: "SessionWithdrawn", atMs: nowMs, ...(exit && { exit: exit.value }) }];
	return ok(
		erase
			? [...withdrawal, tombstone(study, withdrawal.reduce<SessionState>(evolving(study), state), nowMs)]
			: withdrawal,
	);
}

const evolving = (study: Study) => (state: SessionState, event: SessionEvent) => evolve(study, state, event);

function tombstone(study: Study, state: SessionState, atMs: number): SessionEvent {
	if (state.status === "new" || state.status === "erased")
		throw new Error(`a withdrawal made the session ${state.status}`);
	const { facts, startedAtMs, allocated: plan } = state;
	const code = state.status === "active" ? null : completionCodeOf(study, state);
	const { sessionId, studyId, protocolHash, participantId, pool, personalisation, startedBy } = facts;
	return {
		type: "SessionErased",
		atMs,
		startedAtMs,
		randomisedAtMs: plan?.atMs ?? null,
		sessionId,
		studyId,
		protocolHash,
		participantId,
		pool,
		// A simulated participant's would be that of the person they stand for.
		...(personalisation && pool !== "simulated" && { personalisation }),
		...(startedBy !== undefined && { startedBy }),
		...(code !== null && { code }),
	};
}

/** Skips forms with nothing to ask and completes the session at the end of the agenda, in the transaction of the last answer. */
function finish(
	study: Study,
	state: SessionState,
	events: readonly SessionEvent[],
	atMs: number,
): readonly SessionEvent[] {
	const after = events.reduce((before, event) => evolve(study, before, event), state);
	if (after.status !== "active") return events;
	const skip = skippedForm(study, after, atMs);
	if (skip) return finish(study, state, [...events, skip], atMs);
	return after.stage.kind === "finished" ? [...events, { type: "SessionCompleted", atMs }] : events;
}
