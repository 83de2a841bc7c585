import { describe, expect, it } from "vitest";
import { isReported, minutesLate, verdictsOf } from "./verdicts.ts";

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

const QUIET = { setForMs: null, lateAlarmMs: null, refusedRowsMs: null };

describe("the alarms of an installation", () => {
	const alarms = (watched: Partial<typeof QUIET | Record<keyof typeof QUIET, number>>) =>
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
		const rows = (refusedRowsMs: number | null) => verdictsOf({ ...QUIET, refusedRowsMs }, NOW);
		expect(rows(null)).toEqual({ alarms: "ok", rows: "ok" });
		expect(rows(NOW - 2 * MINUTE + 1)).toEqual({ alarms: "ok", rows: "behind" });
		expect(rows(NOW - 2 * MINUTE)).toEqual({ alarms: "ok", rows: "ok" });
	});

	it("are reported from the third refusal in succession on", () => {
		expect([1, 2, 3, 4].map(isReported)).toEqual([false, false, true, true]);
	});
});
