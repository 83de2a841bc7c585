import { describe, expect, it } from "vitest";
import { type Breaker, type CallReport, CLOSED, judge, recordReport } from "./circuit-breaker.ts";

const ANSWERED: CallReport = { failed: false, weight: 8, by: "another" };
const failedOf = (session: number): CallReport => ({ failed: true, weight: 1, by: `session ${session}` });
const FAILED = failedOf(0);
const afterReports = (reports: readonly CallReport[], breaker: Breaker = CLOSED, nowMs = 0) =>
	reports.reduce((state, report) => recordReport(state, report, nowMs), breaker);
const times = (n: number, report: CallReport) => Array.from({ length: n }, () => report);
const sessions = (n: number) => Array.from({ length: n }, (_, session) => failedOf(session));
const verdictOf = (breaker: Breaker, nowMs: number) => judge(breaker, nowMs).verdict;

const OPEN = afterReports(sessions(5));

describe("closed", () => {
	it.each([
		["nothing was reported", []],
		["a few sessions' calls failed", sessions(4)],
		["one session's calls fail again and again", times(40, FAILED)],
		["fewer than half failed", [...times(2, ANSWERED), ...sessions(9)]],
	])("stays closed if %s", (_case, reports) => {
		expect(verdictOf(afterReports(reports), 0)).toEqual({ kind: "serves" });
	});

	it("opens if half of all calls fail, in at least five sessions", () => {
		expect(verdictOf(OPEN, 0)).toEqual({ kind: "broken", retryAfterMs: 30_000 });
		expect(verdictOf(afterReports([ANSWERED, ...sessions(8)]), 0).kind).toBe("broken");
	});

	it("forgets reports older than five minutes", () => {
		const before = afterReports(sessions(4));
		expect(verdictOf(afterReports([failedOf(4)], before, 300_001), 300_001).kind).toBe("serves");
		expect(verdictOf(afterReports([failedOf(4)], before, 299_999), 299_999).kind).toBe("broken");
	});
});

describe("open", () => {
	it("says how long to wait, and does not wait longer after failures of running sessions", () => {
		expect(verdictOf(afterReports(times(9, FAILED), OPEN, 10_000), 10_000)).toEqual({
			kind: "broken",
			retryAfterMs: 20_000,
		});
	});

	it("closes at the first answer", () => {
		expect(verdictOf(afterReports([ANSWERED], OPEN, 10_000), 10_000)).toEqual({ kind: "serves" });
	});
});

describe("half-open", () => {
	it("lets one caller probe and the others wait", () => {
		const first = judge(OPEN, 30_000);
		expect(first.verdict).toEqual({ kind: "probe" });
		expect(verdictOf(first.breaker, 30_001)).toEqual({ kind: "broken", retryAfterMs: 19_999 });
		expect(verdictOf(first.breaker, 50_000)).toEqual({ kind: "probe" });
	});

	it("doubles the wait after each failure, up to five minutes", () => {
		const waits = [30_000, 60_000, 120_000, 240_000, 300_000, 300_000];
		let [breaker, nowMs] = [OPEN, 0];
		for (const waitMs of waits) {
			expect(verdictOf(breaker, nowMs)).toEqual({ kind: "broken", retryAfterMs: waitMs });
			nowMs += waitMs;
			breaker = recordReport(judge(breaker, nowMs).breaker, FAILED, nowMs);
		}
	});
});
