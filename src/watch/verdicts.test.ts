import { describe, expect, it } from "vitest";
import { isReported, minutesLate, type RefusedRows, verdictsOf, withReport } from "./verdicts.ts";

const NOW = 1_790_000_000_000;
const MINUTE = 60_000;

describe("an alarm", () => {
	it("is late after more than five minutes, counted in whole ones", () => {
		expect(minutesLate(NOW - 5 * MINUTE, NOW)).toBeNull();
		expect(minutesLate(NOW - 5 * MINUTE - 1, NOW)).toBe(5);
		expect(minutesLate(NOW - 125 * MINUTE, NOW)).toBe(125);
		expect(minutesLate(NOW + MINUTE, NOW)).toBeNull();
		expect(minutesLate(Number.POSITIVE_INFINITY, NOW)).toBeNull();
	});
});

const QUIET = { setForMs: null, lateAlarmMs: null, refusedRows: [] };

describe("the alarms of an installation", () => {
	const alarms = (watched: Partial<Record<"setForMs" | "lateAlarmMs", number>>) =>
		verdictsOf({ ...QUIET, ...watched }, NOW).alarms;

	it("are behind while one that was set does not come", () => {
		expect(alarms({})).toBe("ok");
		expect(alarms({ setForMs: NOW - MINUTE })).toBe("ok");
		expect(alarms({ setForMs: NOW - 6 * MINUTE })).toBe("behind");
	});

	it("are behind for ten minutes after an object's alarm came late", () => {
		expect(alarms({ lateAlarmMs: NOW - 10 * MINUTE + 1 })).toBe("behind");
		expect(alarms({ lateAlarmMs: NOW - 10 * MINUTE })).toBe("ok");
	});
});

describe("the rows of an installation", () => {
	it("are behind for two minutes after an object reported that they are refused, whatever the alarms", () => {
		const rows = (...refusedRows: RefusedRows[]) => verdictsOf({ ...QUIET, refusedRows }, NOW);
		expect(rows()).toEqual({ alarms: "ok", rows: "ok", rowsBehindSeconds: null });
		expect(rows({ atMs: NOW - 2 * MINUTE + 1, seconds: 7 })).toEqual({
			alarms: "ok",
			rows: "behind",
			rowsBehindSeconds: 7,
		});
		expect(rows({ atMs: NOW - 2 * MINUTE, seconds: 7 })).toEqual({ alarms: "ok", rows: "ok", rowsBehindSeconds: null });
	});

	it("are behind by the longest time that was reported within two minutes", () => {
		const behind = (nowMs: number) => verdictsOf({ ...QUIET, refusedRows }, nowMs).rowsBehindSeconds;
		let refusedRows: readonly RefusedRows[] = [];
		const report = (atMs: number, seconds: number) => {
			refusedRows = withReport(refusedRows, { atMs, seconds });
		};
		report(NOW, 3);
		report(NOW + 1, 300);
		report(NOW + MINUTE, 40);
		report(NOW + MINUTE + 1, 20);
		expect(behind(NOW + MINUTE + 2)).toBe(300);
		expect(behind(NOW + 2 * MINUTE + 1)).toBe(40);
		expect(behind(NOW + 3 * MINUTE)).toBe(20);
		expect(behind(NOW + 3 * MINUTE + 1)).toBeNull();
	});

	it("are kept as few reports, because a report is left out once a newer one is at least as long", () => {
		const reports = [9, 3, 5, 5].reduce<readonly RefusedRows[]>(
			(kept, seconds, place) => withReport(kept, { atMs: NOW + place, seconds }),
			[],
		);
		expect(reports).toEqual([
			{ atMs: NOW, seconds: 9 },
			{ atMs: NOW + 3, seconds: 5 },
		]);
		expect(withReport(reports, { atMs: NOW + 2 * MINUTE, seconds: 0 })).toEqual([
			{ atMs: NOW + 3, seconds: 5 },
			{ atMs: NOW + 2 * MINUTE, seconds: 0 },
		]);
	});

	it("are reported from the third refusal in succession on", () => {
		expect([1, 2, 3, 4].map(isReported)).toEqual([false, false, true, true]);
	});
});
