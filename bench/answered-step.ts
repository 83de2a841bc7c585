import { readFileSync } from "node:fs";
import { type ArmKey, seal } from "../src/blinding/seals/sealed.ts";
import { storedSeal } from "../src/blinding/seals/sealed-storing.ts";
import { parseProtocol } from "../src/protocol/parse/parse.ts";
import { asLabel } from "../src/randomisation/plan/label-text.ts";
import type { Plan } from "../src/randomisation/plan/plan.ts";
import type { Command } from "../src/session/domain/command.ts";
import { decide } from "../src/session/domain/decide/decide.ts";
import type { SessionEvent } from "../src/session/domain/events.ts";
import { evolve } from "../src/session/domain/evolve/evolve.ts";
import {
	type ActiveState,
	currentStep,
	initialState,
	type SessionState,
	type Study,
} from "../src/session/domain/state.ts";
import { view } from "../src/session/view/view.ts";
import { drawsOf } from "../src/simulation/policy/draws.ts";
import { formAnswer } from "../src/simulation/policy/form-answers.ts";
import { policySchema } from "../src/simulation/policy/policy-schema.ts";
import "../test/support/setup/rules.ts";

export const TIMES = 200;
const T0 = Date.UTC(2026, 4, 1);
const LABELS = ["K7", "M2", "Q4", "T9"].map(asLabel);
const REPLY = "A reply of the length that people get in such a study, which is around fifty words. ".repeat(3);

const FACTS = {
	sessionId: "se_000000000000000000000001",
	studyId: "sy_000000000000000000000001",
	slug: "prism-x",
	protocolHash: "sha256:bench",
	participantId: "pt_000000000000000000000001",
	source: "prolific",
	externalId: "bench",
	reference: {},
	pool: "live",
	attributes: {},
	returnUrl: null,
} as const;

const PLAN: Plan = {
	algorithm: "bench",
	draw: 0,
	stratum: "(all)",
	sequence: LABELS,
	conversations: LABELS.map((label) => ({ entry: "conversation", slots: [{ slot: "a", label }] })),
	seed: "5".repeat(64),
};

const study = studyOf("seeds/prism-x.json");
const { log, before, command } = untilRanking();
const text = log.map((event) => JSON.stringify(event));

/** The last answer of a PRISM-X session: decided, the state moved on, and the next view made. */
export function answered(): void {
	for (let time = 0; time < TIMES; time++) {
		const decided = decide(study, before, command);
		if (!decided.ok) throw new Error("refused");
		const after = decided.value.reduce((state: SessionState, event) => evolve(study, state, event), before);
		if (after.status === "new" || after.status === "erased") throw new Error("not a session any more");
		JSON.stringify(view(study, after));
	}
}

/** The least that reading this session's log costs. */
export function parsed(): void {
	for (let time = 0; time < TIMES; time++) for (const event of text) JSON.parse(event);
}

export const events = log.length;

function studyOf(path: string): Study {
	const protocol = parseProtocol(JSON.parse(readFileSync(path, "utf8")));
	if (!protocol.ok) throw new Error(JSON.stringify(protocol.error));
	return { protocol: protocol.value };
}

/** A session of PRISM-X up to its last form. */
function untilRanking(): { log: SessionEvent[]; before: ActiveState; command: Command } {
	const log: SessionEvent[] = [];
	let state: SessionState = initialState;
	let command: Command = { type: "Start", nowMs: T0, facts: FACTS };
	for (let nowMs = T0; ; nowMs += 1000) {
		const decided = decide(study, state, command);
		if (!decided.ok) throw new Error(JSON.stringify(decided.error));
		log.push(...decided.value);
		state = decided.value.reduce((each: SessionState, event) => evolve(study, each, event), state);
		if (state.status !== "active") throw new Error("ended before its ranking");
		command = nextCommand(state, nowMs);
		if (state.stage.kind === "form" && state.stage.form === "ranking") return { log, before: state, command };
	}
}

function nextCommand(state: ActiveState, nowMs: number): Command {
	const step = currentStep(state);
	if (state.stage.kind === "allocating") {
		const allocation = {
			kind: "allocated",
			plan: PLAN,
			sealedArms: storedSeal(seal<ArmKey>({})),
			sealTo: { kty: "EC" },
		} as const;
		return { type: "RecordAllocation", nowMs, allocation };
	}
	if (state.stage.kind === "generating") {
		const candidate = { slot: "a", text: REPLY, complete: true, lastAttempt: 1, calls: [] };
		return { type: "RecordReply", nowMs, step, outcome: { candidates: [candidate] } };
	}
	return { type: "AnswerStep", nowMs, step, answer: answerOf(state) };
}

function answerOf(state: ActiveState): unknown {
	const shown = view(study, state).step;
	if (shown?.kind === "consent") return { accept: true };
	if (shown?.kind === "message") return shown.canEnd ? { end: true } : { text: "What would you say to somebody else?" };
	if (shown?.kind !== "form") throw new Error(`no answer to ${shown?.kind}`);
	return formAnswer({ draws: drawsOf(1, 0), policy: policySchema.parse({}), worths: [] }, shown, null);
}
