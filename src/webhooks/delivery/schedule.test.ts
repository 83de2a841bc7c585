import { describe, expect, it } from "vitest";
import { MOST_ATTEMPTS, nextAttemptAtMs, retryAfterMs } from "./schedule.ts";

const T0 = Date.parse("2026-05-01T08:00:00Z");
const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
const failed = { firstAtMs: T0, nowMs: T0, retryAfterMs: null, random: 0 };

/** The times of all attempts at a receiver that never answers, from the first one. */
function offsets(random: number): number[] {
	const times = [T0];
	for (;;) {
		const nowMs = times.at(-1) ?? T0;
		const next = nextAttemptAtMs({ ...failed, nowMs, attempts: times.length, random });
		if (next === null) return times.map((time) => time - T0);
		times.push(next);
	}
}

describe("the schedule of attempts", () => {
	it("is the one that Standard Webhooks recommends, over a day", () => {
		const hours = [2, 5, 10, 14, 20, 24].map((hour) => hour * HOUR);
		expect(offsets(0)).toEqual([0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...hours]);
		expect(offsets(0)).toHaveLength(MOST_ATTEMPTS);
	});

	it("is up to a tenth later by chance", () => {
		expect(offsets(1)).toEqual(offsets(0).map((offset) => Math.round(offset * 1.1)));
		expect(offsets(1).at(-1)).toBe(26.4 * HOUR);
	});

	it("waits as long as the receiver asks, at most twelve hours", () => {
		const asked = (retry: number) => nextAttemptAtMs({ ...failed, attempts: 1, retryAfterMs: retry });
		expect(asked(HOUR)).toBe(T0 + HOUR);
		expect(asked(0)).toBe(T0 + 5 * SECOND);
		expect(asked(90 * HOUR)).toBe(T0 + 12 * HOUR);
	});

	it("comes no earlier because the receiver asks for less than the schedule", () =>
		expect(nextAttemptAtMs({ ...failed, attempts: 4, retryAfterMs: MINUTE })).toBe(T0 + 2 * HOUR));

	it("continues soon after a late attempt", () => {
		const nowMs = T0 + 6 * HOUR;
		expect(nextAttemptAtMs({ ...failed, attempts: 2, nowMs })).toBe(nowMs + 5 * SECOND);
	});
});

describe("Retry-After", () => {
	it.each([
		["120", 120 * SECOND],
		[" 0 ", 0],
		["Fri, 01 May 2026 09:00:00 GMT", HOUR],
		["Friday, 01-May-26 09:00:00 GMT", HOUR],
		["Fri, 01 May 2026 07:00:00 GMT", 0],
	])("%j is read", (header, expected) => expect(retryAfterMs(header, T0)).toBe(expected));

	it.each([null, "", "soon", "-5", "1.5", "1e9", "99999999999999999999", "2026-05-01", "Fri, never"])(
		"%j asks for nothing",
		(header) => expect(retryAfterMs(header, T0)).toBeNull(),
	);
});
