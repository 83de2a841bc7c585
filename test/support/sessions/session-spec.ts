import { expect } from "vitest";
import { storedSeal } from "../../../src/blinding/seals/sealed-storing.ts";
import type { Exclusion } from "../../../src/personalisation/arms/fit-arms.ts";
import type { Allocation } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import type { Command, CommandRefusal, KeptReply, ReplyOutcome } from "../../../src/session/domain/command.ts";
import { decide } from "../../../src/session/domain/decide/decide.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { evolve } from "../../../src/session/domain/evolve/evolve.ts";
import type { SubmissionStatus } from "../../../src/session/domain/session-facts.ts";
import {
	currentStep,
	initialState,
	type SessionState,
	type Study,
	stepIdOf,
} from "../../../src/session/domain/state.ts";
import { activeOf, type Teller } from "./session-events.ts";
import { ARM_KEY, FACTS, PLANS, SEAL_TO, SESSION } from "./session-study.ts";

export const T0 = Date.UTC(2026, 4, 1, 12);
/** The time of a test's command: after all given events, which are one second apart. */
export const NOW = T0 + 600_000;

type SessionSoFar = { readonly events: readonly SessionEvent[]; readonly state: SessionState };

/** Builds a log of events. With `everyMs` 0, all happen at the same time. */
function tell(
	study: Study,
	from: SessionState,
	tellers: readonly Teller[],
	startMs: number,
	everyMs: number,
): SessionSoFar {
	const events: SessionEvent[] = [];
	let state = from;
	for (const teller of tellers) {
		const event = teller({ study, state, atMs: startMs + events.length * everyMs });
		events.push(event);
		state = evolve(study, state, event);
	}
	return { events, state };
}

export const told = (study: Study, ...tellers: readonly Teller[]): SessionSoFar =>
	tell(study, initialState, tellers, T0, 1000);

/** The state after a log, for tests of functions of states. */
export const activeAfter = (study: Study, ...tellers: readonly Teller[]) => activeOf(told(study, ...tellers).state);

type Commander = (state: SessionState) => Command;

export const start: Commander = () => ({ type: "Start", nowMs: NOW, facts: FACTS });
/** To the current step. */
export const answer =
	(value: unknown): Commander =>
	(state) => ({ type: "AnswerStep", nowMs: NOW, step: currentStep(activeOf(state)), answer: value });
/** An answer to a step by its number among all steps so far, from 0. It may be a past step. */
export const answerTo =
	(ordinal: number, value: unknown): Commander =>
	() => ({ type: "AnswerStep", nowMs: NOW, step: stepOf(ordinal), answer: value });
export const stepOf = (ordinal: number) => stepIdOf(SESSION, ordinal);

export const allocationOf = (plan: Plan): Allocation => ({
	kind: "allocated",
	plan,
	sealedArms: storedSeal(ARM_KEY),
	sealTo: SEAL_TO,
});
export const recordAllocation =
	(allocation: Allocation = allocationOf(PLANS.solo), fittings?: string): Commander =>
	() => ({ type: "RecordAllocation", nowMs: NOW, allocation, ...(fittings && { fittings }) });
export const recordRenewal =
	(allocation: Allocation): Commander =>
	() => ({ type: "RecordRenewal", nowMs: NOW, allocation });
export const lapseReservation =
	(nowMs = NOW): Commander =>
	() => ({ type: "LapseReservation", nowMs });
export const recordExclusion =
	(exclusion: Exclusion): Commander =>
	() => ({ type: "RecordExclusion", nowMs: NOW, exclusion });

export type Tried = Partial<ReplyOutcome["candidates"][number]>;
/** The result by slot. The default is a complete reply at the first attempt. */
export const outcomeOf = (slots: Readonly<Record<string, Tried>>): ReplyOutcome => ({
	candidates: Object.entries(slots).map(([slot, tried]) => ({
		slot,
		text: `reply of ${slot}`,
		complete: true,
		lastAttempt: 1,
		calls: [],
		...tried,
	})),
});
export const recordReply =
	(slots: Readonly<Record<string, Tried>>, ordinal?: number): Commander =>
	(state) => ({
		type: "RecordReply",
		nowMs: NOW,
		step: ordinal === undefined ? currentStep(activeOf(state)) : stepOf(ordinal),
		outcome: outcomeOf(slots),
	});

type Kept = KeptReply["candidates"][number];
export const keptOf = (slots: Readonly<Record<string, Partial<Kept>>>): KeptReply => ({
	candidates: Object.entries(slots).map(([slot, kept]) => ({
		...{ slot, text: `part of ${slot}`, identified: [], calls: [] },
		...kept,
	})),
});
/** `step`: an id, or its number among all steps so far. */
export const stopReply =
	(step: string | number, kept: KeptReply | null): Commander =>
	() => ({ type: "StopReply", nowMs: NOW, step: typeof step === "number" ? stepOf(step) : step, kept });

type Resume = Extract<Command, { type: "Resume" }>;
type RefusedReentry = Extract<Command, { type: "RecordRefusedReentry" }>;
export const resume =
	(arriving: Omit<Resume, "type" | "nowMs" | "returnUrl"> & { readonly returnUrl?: string }): Commander =>
	() => ({ type: "Resume", nowMs: NOW, returnUrl: null, ...arriving });
export const recordRefusedReentry =
	(attempt: Omit<RefusedReentry, "type" | "nowMs">): Commander =>
	() => ({ type: "RecordRefusedReentry", nowMs: NOW, ...attempt });
export const recordSubmission =
	(submission: string, status: SubmissionStatus, reportedAtMs: number): Commander =>
	() => ({ type: "RecordSubmission", nowMs: NOW, submission, status, reportedAtMs });
export const expire =
	(expiresAfterMs: number): Commander =>
	() => ({ type: "Expire", nowMs: NOW, expiresAfterMs });
export const withdraw =
	({ erase }: { readonly erase: boolean }): Commander =>
	() => ({ type: "Withdraw", nowMs: NOW, erase });

/**
 * The grammar of the specification: `given(what happened).when(command)`, and then the events that it records, the refusal,
 * or silence. A refusal of the answer's content is specified by its pointers: the sentences beside them may be reworded.
 */
export const specFor =
	(study: Study) =>
	(...given: readonly Teller[]) => {
		const { state } = told(study, ...given);
		return {
			state,
			when: (commander: Commander) => {
				const decision = decide(study, state, commander(state));
				return {
					records: (...expected: readonly Teller[]) =>
						expect(decision).toStrictEqual({ ok: true, value: tell(study, state, expected, NOW, 0).events }),
					refuses: (refusal: CommandRefusal) => expect(decision).toStrictEqual({ ok: false, error: refusal }),
					refusesAt: (...pointers: readonly string[]) =>
						expect(decision).toEqual({
							ok: false,
							error: { kind: "invalid", faults: pointers.map((pointer) => ({ pointer, detail: expect.any(String) })) },
						}),
					isSilent: () => expect(decision).toStrictEqual({ ok: true, value: [] }),
				};
			},
		};
	};
