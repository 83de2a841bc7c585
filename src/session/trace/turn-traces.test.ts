import { afterEach, describe, expect, it, vi } from "vitest";
import {
	askedAgain,
	consented,
	erased,
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
import { currentStep, initialState, type SessionState } from "../domain/state.ts";
import type { Logged } from "../projection/project.ts";
import { HOLD_MS, TurnTraces } from "./turn-traces.ts";

const study = studyWith();
const REQUEST = { traceparent: `00-${"a".repeat(32)}-${"c".repeat(16)}-01`, receivedAtMs: T0, calledAtMs: T0 };
const ROWS = { fromMs: T0, toMs: T0 };

/** A session with its traces, in a storage that outlives them. */
function scene() {
	const stored = new Map<string, string>();
	const deadlines = new Map<string, number>();
	let state: SessionState = initialState;
	let nowMs = T0;
	const logged: Logged[] = [];
	const opened = () =>
		new TurnTraces({
			study,
			meta: {
				get: (name) => stored.get(name) ?? null,
				set: (name, value) => void stored.set(name, value),
				remove: (name) => void stored.delete(name),
			},
			deadlines: {
				set: (kind, dueMs) => void deadlines.set(kind, Math.min(dueMs, deadlines.get(kind) ?? dueMs)),
				clear: (kind) => void deadlines.delete(kind),
			},
			state: () => state,
			random: (length) => new Uint8Array(length).fill(7),
		});
	const tell = (...tellers: readonly Teller[]) => {
		for (const teller of tellers) {
			const before = state;
			const event = teller({ study, state, atMs: nowMs });
			state = evolve(study, state, event);
			logged.push({ seq: logged.length + 1, event, before, after: state });
		}
	};
	/** Sends a message and returns its step. */
	const send = (text: string) => {
		const step = state.status === "active" ? currentStep(state) : "";
		tell(said(text));
		return step;
	};
	const pass = (ms: number) => {
		nowMs += ms;
		return nowMs;
	};
	tell(started, consented, filled(ABOUT), randomised(PLANS.panes));
	return { opened, tell, send, pass, logged, stored, dueMs: () => deadlines.get("trace") ?? null };
}

const begun = { arrivedAtMs: T0, appendedAtMs: T0, waits: true };
const reply = wrote({ a: "Fine.", b: "Well." });

const lines: string[] = [];
const listen = () => vi.spyOn(console, "info").mockImplementation((line) => void lines.push(String(line)));
afterEach(() => {
	vi.restoreAllMocks();
	lines.length = 0;
});

describe("the traces of a session", () => {
	it("are written when they are due, also by another life of the object, and then forgotten", () => {
		listen();
		const { opened, tell, send, pass, logged, stored, dueMs } = scene();
		const first = opened();
		expect(first.begin(REQUEST, begun, send("hello"))).toBe(true);
		expect(dueMs()).toBe(T0 + HOLD_MS);
		tell(reply);
		first.delivered(logged, ROWS);
		opened().write(pass(HOLD_MS - 1));
		expect(lines).toEqual([]);
		opened().write(pass(1));
		expect(lines.map((line) => JSON.parse(line).event)).toEqual(["turn_traced"]);
		expect([stored.has("traces"), dueMs()]).toEqual([false, null]);
		opened().write(pass(HOLD_MS));
		expect(lines).toHaveLength(1);
	});

	it("wait for whole holds, so that a line's time does not show when a late turn was complete", () => {
		listen();
		const { opened, tell, send, pass, logged, dueMs } = scene();
		const traces = opened();
		traces.begin(REQUEST, begun, send("hello"));
		traces.write(pass(HOLD_MS + 1234));
		expect([lines.length, dueMs()]).toEqual([0, T0 + 2 * HOLD_MS]);
		tell(failed({}, 3), askedAgain, reply);
		traces.delivered(logged, ROWS);
		traces.write(pass(1000));
		expect(lines).toEqual([]);
		traces.write(pass(HOLD_MS));
		expect(lines).toHaveLength(1);
	});

	it("are given up after an hour without a reply, or without its rows", () => {
		listen();
		const { opened, tell, send, pass, stored, dueMs } = scene();
		const traces = opened();
		traces.begin(REQUEST, begun, send("hello"));
		tell(reply);
		for (let hold = 1; hold <= 6; hold += 1) traces.write(pass(HOLD_MS));
		expect([lines.length, stored.has("traces"), dueMs()]).toEqual([0, false, null]);
	});

	it("are kept apart for turns that follow each other", () => {
		listen();
		const { opened, tell, send, pass, logged, dueMs } = scene();
		const traces = opened();
		traces.begin(REQUEST, begun, send("hello"));
		tell(reply);
		pass(1000);
		traces.begin({ ...REQUEST, traceparent: REQUEST.traceparent.replace(/a/g, "b") }, begun, send("and then?"));
		tell(reply);
		traces.delivered(logged, ROWS);
		traces.write(T0 + HOLD_MS);
		expect([lines.length, dueMs()]).toEqual([1, T0 + HOLD_MS + 1000]);
		traces.write(T0 + HOLD_MS + 1000);
		expect(lines.map((line) => /"traceId":"(.)/.exec(line)?.[1])).toEqual(["a", "b"]);
	});

	it("begin only with a message, not with its repeat, another round or another step", () => {
		const { opened, tell, send } = scene();
		const traces = opened();
		const step = send("hello");
		expect(traces.begin(REQUEST, begun, step)).toBe(true);
		expect(traces.begin(REQUEST, begun, step)).toBe(false);
		expect(traces.begin(REQUEST, begun, "st_other")).toBe(false);
		tell(failed({}, 3), askedAgain);
		expect(opened().begin(REQUEST, begun, step)).toBe(false);
	});

	it("are not written for a session whose data were erased", () => {
		listen();
		const { opened, tell, send, pass, logged, stored } = scene();
		const traces = opened();
		traces.begin(REQUEST, begun, send("hello"));
		tell(reply, erased);
		traces.delivered(logged, ROWS);
		for (let hold = 1; hold <= 6; hold += 1) traces.write(pass(HOLD_MS));
		expect([lines.length, stored.has("traces")]).toEqual([0, false]);
	});

	it("store nothing in a session without a traced turn", () => {
		const { opened, tell, send, pass, logged, stored, dueMs } = scene();
		send("hello");
		tell(reply);
		const traces = opened();
		traces.delivered(logged, ROWS);
		traces.ended({ traceparent: REQUEST.traceparent, returnedAtMs: T0, answeredAtMs: T0, status: 200 });
		traces.write(pass(HOLD_MS));
		expect([stored.size, dueMs()]).toEqual([0, null]);
	});
});
