import { describe, expect, it } from "vitest";
import { minutesLate, verdictOf } from "./lateness.ts";

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

describe("the alarms of an installation", () => {
	it("are behind while one that was set does not come", () => {
		expect(verdictOf({ setForMs: null, reportedMs: null }, NOW)).toBe("ok");
		expect(verdictOf({ setForMs: NOW - MINUTE, reportedMs: null }, NOW)).toBe("ok");
		expect(verdictOf({ setForMs: NOW - 6 * MINUTE, reportedMs: null }, NOW)).toBe("behind");
	});

	it("are behind for ten minutes after an object's alarm came late", () => {
		expect(verdictOf({ setForMs: null, reportedMs: NOW - 10 * MINUTE + 1 }, NOW)).toBe("behind");
		expect(verdictOf({ setForMs: null, reportedMs: NOW - 10 * MINUTE }, NOW)).toBe("ok");
	});
});
