import { labelText } from "../../../src/randomisation/plan/label-text.ts";
import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import type { Command } from "../../../src/session/domain/command.ts";
import { decide } from "../../../src/session/domain/decide/decide.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { evolve } from "../../../src/session/domain/evolve/evolve.ts";
import { currentStep, initialState, type SessionState, type Study } from "../../../src/session/domain/state.ts";
import { pendingReply } from "../../../src/session/reply/reply-request.ts";
import { view } from "../../../src/session/view/view.ts";
import type { SessionView } from "../../../src/session/view/view-schema.ts";
import { drawsOf } from "../../../src/simulation/policy/draws.ts";
import { actOf } from "../../../src/simulation/policy/next-act.ts";
import { type Policy, policySchema } from "../../../src/simulation/policy/policy-schema.ts";
import type { Mind } from "../../../src/simulation/policy/utility.ts";
import { allocationOf, outcomeOf, T0 } from "./session-spec.ts";
import { FACTS } from "./session-study.ts";

export type Scripted = {
	readonly policy?: Partial<Policy>;
	/** Worths by label. */
	readonly worths?: Readonly<Record<string, number>>;
	readonly seed?: number;
	readonly place?: number;
};

export const mindOf = ({ policy = {}, seed = 1, place = 0 }: Scripted, worths: Mind["worths"]): Mind => ({
	draws: drawsOf(seed, place),
	policy: policySchema.parse(policy),
	worths,
});

const MOST_STEPS = 200;

/** A scripted participant through a whole session, without storage and models. */
export function walkByPolicy(study: Study, plan: Plan, who: Scripted) {
	const events: SessionEvent[] = [];
	const views: SessionView[] = [];
	let state: SessionState = initialState;
	const apply = (command: Command) => {
		const decided = decide(study, state, command);
		if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.error)}`);
		for (const event of decided.value) {
			events.push(event);
			state = evolve(study, state, event);
		}
	};
	apply({ type: "Start", nowMs: T0, facts: FACTS });
	for (let steps = 0; steps < MOST_STEPS; steps += 1) {
		const nowMs = T0 + 1000 * steps;
		const at = state as SessionState;
		if (at.status === "new" || at.status === "erased") throw new Error("a session that never was");
		if (at.status === "active" && at.stage.kind === "allocating") {
			apply({ type: "RecordAllocation", nowMs, allocation: allocationOf(plan) });
			continue;
		}
		if (at.status === "active" && at.stage.kind === "generating") {
			const slots = pendingReply(study, at)?.candidates.map(({ slot }) => [slot, {}] as const) ?? [];
			apply({ type: "RecordReply", nowMs, step: currentStep(at), outcome: outcomeOf(Object.fromEntries(slots)) });
			continue;
		}
		const seen = view(study, at);
		views.push(seen);
		if (!seen.step) return { events, views };
		const act = actOf(mindOf(who, at.allocated ? worthsOf(plan, who.worths ?? {}) : []), seen, seen.step);
		if (act.kind === "wait") throw new Error("nothing is being written");
		if (act.kind === "leave") apply({ type: "Withdraw", nowMs, erase: false });
		else apply({ type: "AnswerStep", nowMs, step: seen.step.id, answer: act.answer });
	}
	throw new Error("the study does not end");
}

const worthsOf = ({ conversations }: Plan, worths: Readonly<Record<string, number>>): Mind["worths"] =>
	conversations.map(({ slots }) =>
		Object.fromEntries(slots.map(({ slot, label }) => [slot, worths[labelText(label)] ?? 0])),
	);
