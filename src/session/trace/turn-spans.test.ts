import { describe, expect, it } from "vitest";
import {
	askedAgain,
	consented,
	failed,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { T0 } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { currentStep, initialState, type SessionState, type StepId, type Study } from "../domain/state.ts";
import { type PendingTrace, turnSpans } from "./turn-spans.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const paced = (pace: typeof PACE | "as-is"): Study => studyWith({ blinding: { level: "double", pace } });
/** 900 ms, then 90 characters a second. */
const SHOWN_MS = 900 + 2000;
const SENT = T0 + 4000;
const reply = wrote({ a: "x".repeat(181), b: "Fine." });

const before: Teller[] = [started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello")];

/** The state when the reply was written this long after the message, after these rounds. */
function afterTurn(study: Study, tookMs: number, rounds: readonly Teller[] = [], last: readonly Teller[] = [reply]) {
	let state: SessionState = initialState;
	let step: StepId | null = null;
	for (const [index, teller] of [...before, ...rounds, ...last].entries()) {
		if (index === before.length - 1 && state.status === "active") step = currentStep(state);
		const atMs = index < before.length ? T0 + index * 1000 : SENT + tookMs;
		state = evolve(study, state, teller({ study, state, atMs }));
	}
	if (state.status !== "active" || step === null) throw new Error("no turn");
	return { state, step };
}

function spansOf(study: Study, turn: ReturnType<typeof afterTurn>, over: Partial<PendingTrace>) {
	const pending: PendingTrace = {
		traceparent: `00-${"a".repeat(32)}-${"c".repeat(16)}-01`,
		receivedAtMs: SENT - 30,
		calledAtMs: SENT - 20,
		step: turn.step,
		arrivedAtMs: SENT - 10,
		appendedAtMs: SENT,
		waits: false,
		dueMs: SENT + 600_000,
		...over,
	};
	let ids = 0;
	return turnSpans(study, turn.state, pending, () => `span-${ids++}`);
}

const end = { traceparent: "", returnedAtMs: SENT + 3, answeredAtMs: SENT + 4, status: 200 };
const rowsAfter = (tookMs: number) => ({ fromMs: SENT + tookMs + 5, toMs: SENT + tookMs + 25 });

describe("the spans of a turn", () => {
	const timely = () => spansOf(paced(PACE), afterTurn(paced(PACE), SHOWN_MS), { end, rows: rowsAfter(SHOWN_MS) });

	it("lead from the request to the rows, with the times of the pace", () => {
		const times = timely()?.map(({ name, startMs, endMs }) => [name, startMs - SENT, endMs - SENT]);
		expect(times).toEqual([
			["POST /v1/sessions/{session}/steps/{step}", -30, 4],
			["Session/submit", -20, 3],
			["decide and append", -10, 0],
			["chat", 0, SHOWN_MS],
			["append reply", SHOWN_MS, SHOWN_MS],
			["outbox", SHOWN_MS, SHOWN_MS + 25],
			["BATCH", SHOWN_MS + 5, SHOWN_MS + 25],
		]);
	});

	it.each([
		["late", 40_000, []],
		["written after a failed round", 90_000, [failed({}, 3), askedAgain]],
		[
			"written after two, with a candidate that was kept",
			120_000,
			[failed({ b: "Fine." }, 2), askedAgain, failed({}, 3), askedAgain],
		],
	] as const)("are the same, byte for byte, if the reply was %s", (_, tookMs, rounds) => {
		const late = spansOf(paced(PACE), afterTurn(paced(PACE), tookMs, rounds), { end, rows: rowsAfter(tookMs) });
		expect(JSON.stringify(late)).toBe(JSON.stringify(timely()));
	});

	it("are the same if the request waited for the reply, however long and with whatever end", () => {
		const study = paced(PACE);
		const waiting = (tookMs: number) =>
			spansOf(study, afterTurn(study, tookMs), { waits: true, rows: rowsAfter(tookMs) });
		expect(waiting(40_000)).toEqual(waiting(SHOWN_MS));
		const [root, call] = waiting(40_000) ?? [];
		expect([root?.endMs, call?.endMs]).toEqual([SENT + SHOWN_MS, SENT + SHOWN_MS]);
		expect(root?.attributes).not.toHaveProperty("http.response.status_code");
	});

	it("show no time of the model without a pace: the reply and its rows take none", () => {
		const study = paced("as-is");
		const unpaced = (tookMs: number) => spansOf(study, afterTurn(study, tookMs), { end, rows: rowsAfter(tookMs) });
		expect(unpaced(9000)).toEqual(unpaced(300));
		const following = unpaced(300)?.slice(3) ?? [];
		expect(following).toHaveLength(4);
		for (const { startMs, endMs } of following) expect([startMs, endMs]).toEqual([SENT, SENT]);
	});

	it("leave out a request whose end is not known, and name it as the parent of the others", () => {
		const study = paced(PACE);
		const spans = spansOf(study, afterTurn(study, SHOWN_MS), { rows: rowsAfter(SHOWN_MS) }) ?? [];
		expect(spans.map(({ name }) => name)).toEqual(["decide and append", "chat", "append reply", "outbox", "BATCH"]);
		expect(spans[0]?.parentSpanId).toBe("c".repeat(16));
	});

	it("are none before the reply and before its rows", () => {
		const study = paced(PACE);
		expect(spansOf(study, afterTurn(study, 0, [], []), { end, rows: rowsAfter(0) })).toBeNull();
		expect(spansOf(study, afterTurn(study, SHOWN_MS), { end })).toBeNull();
	});
});
