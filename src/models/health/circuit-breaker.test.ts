import { describe, expect, it } from "vitest";
import { type Breaker, type CallReport, CLOSED, judged, reported } from "./circuit-breaker.ts";

const ANSWERED: CallReport = { failed: false, weight: 8, by: "another" };
const failedOf = (session: number): CallReport => ({ failed: true, weight: 1, by: `session ${session}` });
const FAILED = failedOf(0);
const heard = (reports: readonly CallReport[], breaker: Breaker = CLOSED, nowMs = 0) =>
	reports.reduce((state, report) => reported(state, report, nowMs), breaker);
const times = (n: number, report: CallReport) => Array.from({ length: n }, () => report);
const sessions = (n: number) => Array.from({ length: n }, (_, session) => failedOf(session));
const verdictOf = (breaker: Breaker, nowMs: number) => judged(breaker, nowMs).verdict;

const OPEN = heard(sessions(5));

describe("closed", () => {
	it.each([
		["nothing was heard", []],
		["a few sessions' calls failed", sessions(4)],
		["one session's fail again and again", times(40, FAILED)],
		["fewer than half failed", [...times(2, ANSWERED), ...sessions(9)]],
	])("serves where %s", (_case, reports) => {
		expect(verdictOf(heard(reports), 0)).toEqual({ kind: "serves" });
	});

	it("opens where half of all calls fail, of five sessions at least", () => {
		expect(verdictOf(OPEN, 0)).toEqual({ kind: "broken", retryAfterMs: 30_000 });
		expect(verdictOf(heard([ANSWERED, ...sessions(8)]), 0).kind).toBe("broken");
	});

	it("forgets what is five minutes old", () => {
		const before = heard(sessions(4));
		expect(verdictOf(heard([failedOf(4)], before, 300_001), 300_001).kind).toBe("serves");
		expect(verdictOf(heard([failedOf(4)], before, 299_999), 299_999).kind).toBe("broken");
	});
});

describe("open", () => {
	it("says for how long, and does not wait longer for failures of those who are inside", () => {
		expect(verdictOf(heard(times(9, FAILED), OPEN, 10_000), 10_000)).toEqual({ kind: "broken", retryAfterMs: 20_000 });
	});

	it("closes with the first answer", () => {
		expect(verdictOf(heard([ANSWERED], OPEN, 10_000), 10_000)).toEqual({ kind: "serves" });
	});
});

describe("half-open", () => {
	it("lets one find out and the others wait", () => {
		const first = judged(OPEN, 30_000);
		expect(first.verdict).toEqual({ kind: "probe" });
		expect(verdictOf(first.breaker, 30_001)).toEqual({ kind: "broken", retryAfterMs: 19_999 });
		expect(verdictOf(first.breaker, 50_000)).toEqual({ kind: "probe" });
	});

	it("waits twice as long after each failure, five minutes at the most", () => {
		const waits = [30_000, 60_000, 120_000, 240_000, 300_000, 300_000];
		let [breaker, nowMs] = [OPEN, 0];
		for (const waitMs of waits) {
			expect(verdictOf(breaker, nowMs)).toEqual({ kind: "broken", retryAfterMs: waitMs });
			nowMs += waitMs;
			breaker = reported(judged(breaker, nowMs).breaker, FAILED, nowMs);
		}
	});
});
