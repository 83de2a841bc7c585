import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import { mayGiveUp } from "../../../src/session/domain/assistant-unavailable.ts";
import type { Command } from "../../../src/session/domain/command.ts";
import { decide } from "../../../src/session/domain/decide/decide.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { evolve } from "../../../src/session/domain/evolve/evolve.ts";
import {
	type ActiveState,
	currentStep,
	initialState,
	type SessionState,
	type Study,
} from "../../../src/session/domain/state.ts";
import { pendingReply } from "../../../src/session/reply/reply-request.ts";
import { view } from "../../../src/session/view/view.ts";
import type { ItemView, StepView } from "../../../src/session/view/view-schema.ts";
import type { Json } from "../../../src/shared/json.ts";
import { callOf } from "./session-events.ts";
import { allocationOf, outcomeOf, T0, type Tried } from "./session-spec.ts";
import { FACTS } from "./session-study.ts";

/** One event with the states around it. */
export type Walked = { readonly event: SessionEvent; readonly before: SessionState; readonly after: SessionState };
/** A number from 0 to below `among`. */
type Pick = (among: number) => number;
type Started = Exclude<SessionState, { status: "new" | "erased" }>;

const LONGEST = 200;
const EXPIRES_AFTER_MS = 10 * 3_600_000;

/**
 * A random participant who sees only views and picks an action: answer, repeat an answer, send an invalid one, or leave. Models
 * sometimes fail. The same picks give the same walk.
 */
export function walk(study: Study, plan: Plan, picks: readonly number[]): Walked[] {
	let picked = 0;
	const pick: Pick = (among) => {
		picked += 1;
		return (picks[picked - 1] ?? among - 1) % among;
	};
	const walked: Walked[] = [];
	let state: SessionState = initialState;
	let sent: Command | null = null;
	for (let nowMs = T0; walked.length < LONGEST && state.status !== "erased"; nowMs += 1000) {
		const command: Command = state.status === "new" ? { type: "Start", nowMs, facts: FACTS } : next(state, nowMs);
		const decided = decide(study, state, command);
		for (const event of decided.ok ? decided.value : []) {
			const after = evolve(study, state, event);
			walked.push({ event, before: state, after });
			state = after;
		}
		if (command.type === "RecordAllocationFailure") nowMs += 20_000;
		if (state.status !== "active" && pick(3) > 0) break;
	}
	return walked;

	function next(at: Started, nowMs: number): Command {
		const leaving = pick(60);
		if (at.status !== "active" && pick(2) === 0) return reentry(nowMs, pick);
		if (at.status !== "active" || leaving === 0) return { type: "Withdraw", nowMs, erase: pick(2) === 0 };
		if (leaving === 1) return { type: "Expire", nowMs: nowMs + EXPIRES_AFTER_MS, expiresAfterMs: EXPIRES_AFTER_MS };
		const noise = pick(10);
		if (noise === 0 && sent) return { ...sent, nowMs };
		if (noise === 2) return reentry(nowMs, pick);
		if (noise === 1) return { type: "AnswerStep", nowMs, step: currentStep(at), answer: { nonsense: pick(9) } };
		sent = answerOrResult(study, plan, at, nowMs, pick);
		return sent;
	}
}

/** A later arrival, with or without proof. */
function reentry(nowMs: number, pick: Pick): Command {
	const reference = { session: `submission-${pick(4)}` };
	if (pick(3) === 0) return { type: "RecordRefusedReentry", nowMs, reason: "other_submission", reference };
	const returnUrl = pick(2) === 0 ? null : `https://survey.example.org/?n=${pick(3)}`;
	const proof = (["vouched", "claimed", "none"] as const)[pick(3)] ?? "none";
	return { type: "Resume", nowMs, proof, holdsToken: pick(2) === 0, reference, returnUrl };
}

function answerOrResult(study: Study, plan: Plan, state: ActiveState, nowMs: number, pick: Pick): Command {
	const step = currentStep(state);
	if (state.stage.kind === "allocating") {
		if (pick(3) === 0) return { type: "RecordAllocationFailure", nowMs };
		if (mayGiveUp(state.stage)) return { type: "AnswerStep", nowMs, step, answer: { end: true } };
		return { type: "RecordAllocation", nowMs, allocation: pick(20) === 0 ? { kind: "full" } : allocationOf(plan) };
	}
	if (state.stage.kind === "generating") return replied(study, state, nowMs, pick);
	const seen = view(study, state).step;
	if (!seen) throw new Error("an active session asks something");
	return { type: "AnswerStep", nowMs, step, answer: answerTo(seen, pick) };
}

function replied(study: Study, state: ActiveState, nowMs: number, pick: Pick): Command {
	const asked = pendingReply(study, state);
	if (!asked) throw new Error("a reply that nobody waits for");
	const tried = asked.candidates.map(({ slot, kept }): [string, Tried] => {
		if (kept !== null) return [slot, { text: kept, lastAttempt: asked.firstAttempt - 1 }];
		const call = callOf(slot, asked.firstAttempt);
		const complete = pick(5) > 0;
		const refused = !complete && pick(3) === 0 ? { refused: true as const } : {};
		return [slot, { complete, lastAttempt: asked.firstAttempt, calls: [call], ...refused }];
	});
	return { type: "RecordReply", nowMs, step: currentStep(state), outcome: outcomeOf(Object.fromEntries(tried)) };
}

function answerTo(step: StepView, pick: Pick): Json {
	switch (step.kind) {
		case "consent":
			return { accept: pick(25) > 0 };
		case "form": {
			const answers = step.items.flatMap((item) => valueFor(item, pick).map((value) => [item.id, value] as const));
			return { answers: Object.fromEntries(answers), elapsedMs: pick(9000) };
		}
		case "message":
			return step.canEnd && pick(2) === 0 ? { end: true } : { text: `message ${pick(100)}` };
		case "choice": {
			const scores = Object.fromEntries(step.candidates.map(({ id }) => [id, 1 + pick(100)]));
			return { chosen: step.candidates[pick(step.candidates.length)]?.id ?? "", ...(step.scale ? { scores } : {}) };
		}
		default:
			return step.kind === "retry" && step.canEnd && pick(2) === 0 ? { end: true } : { retry: true };
	}
}

/** A value for the item, or none if it is optional. */
function valueFor(item: ItemView, pick: Pick): Json[] {
	if (item.kind === "info" || (!item.required && pick(2) === 0)) return [];
	const options = (item.options ?? []).map(({ value }) => value);
	if (item.kind === "text") return [`words ${pick(100)}`];
	if (item.kind === "ranking") return [pick(2) === 0 ? options : [...options].reverse()];
	if (item.kind === "choice") return [options[pick(8) === 0 ? 0 : options.length - 1] ?? ""];
	if (item.kind === "choices") return [options];
	if (item.notApplicable && pick(8) === 0) return [null];
	const [min, max] = [item.min ?? 0, item.max ?? 100];
	// Mostly middle and high values, because low ones fail eligibility or attention checks.
	return [pick(12) === 0 ? min : max > 10 ? Math.round((min + max) / 2) : min + 1];
}
