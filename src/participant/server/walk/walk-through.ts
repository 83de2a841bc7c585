import { poolLabelsOf } from "../../../blinding/labels/draw-labels.ts";
import { protocolHash } from "../../../protocol/parse/parse.ts";
import type { Protocol } from "../../../protocol/schema/schema.ts";
import { allot, stratumOf } from "../../../randomisation/draw/allocation.ts";
import { ALGORITHM, prepareScheme } from "../../../randomisation/draw/scheme.ts";
import { drawPlan } from "../../../randomisation/plan/draw-plan.ts";
import type { Plan } from "../../../randomisation/plan/plan.ts";
import type { Command } from "../../../session/domain/command.ts";
import { decide } from "../../../session/domain/decide/decide.ts";
import { evolve } from "../../../session/domain/evolve/evolve.ts";
import type { SessionFacts } from "../../../session/domain/session-facts.ts";
import {
	type ActiveState,
	currentStep,
	initialState,
	type SessionState,
	type StartedState,
	type Study,
} from "../../../session/domain/state.ts";
import { pendingReply } from "../../../session/reply/reply-request.ts";
import { view } from "../../../session/view/view.ts";
import type { SessionView } from "../../../session/view/view-schema.ts";
import { sampleAnswer } from "../../client/steps/preview/sample-answer.ts";

/** Each view of a long conversation repeats all of it, so the walk of a few hundred turns would be tens of megabytes. */
const MOST_CHARACTERS = 1_000_000;
const SECOND_MS = 1_000;

export type Walk = {
	readonly views: readonly SessionView[];
	/** False if it stops before the end, because the study is too long to be shown whole. */
	readonly ends: boolean;
};

/**
 * Everything that a participant sees from consent to the end, in order, by the rules of a real session. No model is called,
 * nothing is stored, and nobody is screened out: eligibility rules and failed checks would end the walk. The draw is from a
 * seed that anybody could compute, with labels of its own, so it says nothing about a study's real draw.
 */
export function walkThrough(protocol: Protocol): Walk {
	const { checks: _checks, ...rest } = protocol;
	const study: Study = { protocol: { ...rest, eligibility: [] } };
	const plan = examplePlan(protocol);
	const views: SessionView[] = [];
	let nowMs = 0;
	let state = after(study, initialState, { type: "Start", nowMs, facts: factsOf(protocol) });
	let characters = 0;
	while (state && characters < MOST_CHARACTERS) {
		nowMs += SECOND_MS;
		const command = byThePlatform(study, state, plan, nowMs);
		if (command) {
			state = after(study, state, command);
			continue;
		}
		const { preview: _preview, ...shown } = view(study, state);
		views.push(shown);
		characters += JSON.stringify(shown).length;
		if (!shown.step) return { views, ends: true };
		state = after(study, state, { type: "AnswerStep", nowMs, step: shown.step.id, answer: sampleAnswer(shown.step) });
	}
	return { views, ends: false };
}

/** Null if the command is refused. */
function after(study: Study, before: SessionState, command: Command): StartedState | null {
	const decided = decide(study, before, command);
	if (!decided.ok) return null;
	const state = decided.value.reduce((now: SessionState, event) => evolve(study, now, event), before);
	return state.status === "new" || state.status === "erased" ? null : state;
}

/** What the platform does while the participant waits. Null if it is the participant's turn. */
function byThePlatform(study: Study, state: StartedState, plan: Plan, nowMs: number): Command | null {
	if (state.status !== "active") return null;
	if (state.stage.kind === "allocating") {
		// Nothing opens the arms, because no model is called.
		const allocation = { kind: "allocated", plan, sealedArms: "", sealTo: { kty: "EC" } } as const;
		return { type: "RecordAllocation", nowMs, allocation };
	}
	return state.stage.kind === "generating" ? reply(study, state, nowMs) : null;
}

function reply(study: Study, state: ActiveState, nowMs: number): Command {
	const candidates = (pendingReply(study, state)?.candidates ?? []).map(({ slot }, place) => ({
		...{ slot, text: REPLIES[place % REPLIES.length] ?? "", complete: true, lastAttempt: 1, calls: [] },
	}));
	return { type: "RecordReply", nowMs, step: currentStep(state), outcome: { candidates } };
}

/** Of different lengths, as replies are. They say that they are samples, so that nobody takes them for a model's. */
const REPLIES = [
	"A model's reply stands here. In a walk no model is called, so the words are always these.",
	"Here stands another reply. It is longer than the one beside it, because real replies differ in length too, and a page has to look well with both.\n\nA second paragraph follows, as it often does.",
	"A short reply stands here.",
];

function examplePlan(protocol: Protocol): Plan {
	const { slug, arms, design, conversations } = protocol;
	const hash = protocolHash(protocol);
	const seed = hash.slice(hash.indexOf(":") + 1);
	const { live, ...poolLabels } = poolLabelsOf(seed, arms.length);
	const opening = {
		...{ algorithm: ALGORITHM, studyId: slug, protocolHash: hash, design, quota: null, labels: live, poolLabels },
		conversations: conversations.map(({ id, layout, arms: shown }) => ({ id, layout, arms: shown })),
	};
	const scheme = prepareScheme(opening, seed, "pilot");
	const decision = allot(scheme, [], { pool: "pilot", stratum: stratumOf(design.strata, {}) });
	if (decision.kind === "full") throw new Error("a pilot is never full");
	return drawPlan(scheme, decision.allotment);
}

const factsOf = ({ slug }: Protocol): SessionFacts => ({
	...{ sessionId: "se_000000000000000000000000", studyId: "sy_000000000000000000000000", slug, protocolHash: "" },
	...{ participantId: "pt_000000000000000000000000", source: "pilot", externalId: "walk", pool: "pilot" },
	...{ reference: {}, attributes: {}, returnUrl: null },
});
