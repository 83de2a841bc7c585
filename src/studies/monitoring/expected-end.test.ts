import { describe, expect, it } from "vitest";
import { expectedEndMs } from "./expected-end.ts";

const HOUR_MS = 60 * 60 * 1000;
const nowMs = Date.parse("2026-06-01T12:00:00Z");

describe("the expected end of a study", () => {
	it("is when the missing places are filled at the rate of the last day", () => {
		expect(expectedEndMs({ missing: 30, recent: 60, nowMs })).toBe(nowMs + 12 * HOUR_MS);
	});

	it("is unknown once nothing is missing", () => {
		expect(expectedEndMs({ missing: 0, recent: 60, nowMs })).toBeNull();
		expect(expectedEndMs({ missing: -2, recent: 60, nowMs })).toBeNull();
	});

	it("is unknown after fewer than five completions in a day", () => {
		expect(expectedEndMs({ missing: 10, recent: 4, nowMs })).toBeNull();
		expect(expectedEndMs({ missing: 10, recent: 5, nowMs })).toBe(nowMs + 48 * HOUR_MS);
	});

	it("is unknown if it is more than a year away", () => {
		expect(expectedEndMs({ missing: 5 * 366, recent: 5, nowMs })).toBeNull();
	});
});
