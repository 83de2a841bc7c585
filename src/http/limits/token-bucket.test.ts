import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "./rules.ts";
import { type Bucket, FULL, type Limit, take } from "./token-bucket.ts";

/** How many of these requests are allowed, and how long the last refused one has to wait. */
function admitted(limit: Limit, timesMs: readonly number[]) {
	let bucket: Bucket = FULL;
	let [count, retryAfterMs] = [0, 0];
	for (const nowMs of timesMs) {
		const taken = take(bucket, limit, nowMs);
		if (!taken.allowed) retryAfterMs = taken.retryAfterMs;
		else {
			bucket = taken.bucket;
			count += 1;
		}
	}
	return { count, retryAfterMs };
}

const spread = (count: number, overMs: number, fromMs = 1_000_000) =>
	Array.from({ length: count }, (_, index) => fromMs + (index * overMs) / count);

describe("a bucket with ten tokens a minute", () => {
	const limit = { capacity: 10, periodMs: 60_000 };

	it("allows ten requests at once and refuses more", () => {
		expect(admitted(limit, spread(30, 0))).toEqual({ count: 10, retryAfterMs: 6_000 });
	});

	it("allows a refused request after its stated wait, but not earlier", () => {
		expect(admitted(limit, [...spread(10, 0), 1_006_000])).toMatchObject({ count: 11 });
		expect(admitted(limit, [...spread(10, 0), 1_005_900])).toMatchObject({ count: 10, retryAfterMs: 100 });
	});

	it("is full again after a minute", () => {
		expect(admitted(limit, [...spread(30, 0), ...spread(30, 0, 1_060_000)]).count).toBe(20);
	});

	it("allows one request every six seconds without end", () => {
		expect(admitted(limit, spread(10_000, 10_000 * 6_000)).count).toBe(10_000);
	});

	it("loses no request to rounding", () => {
		const thirds = { capacity: 7, periodMs: 1_000 };
		expect(admitted(thirds, spread(7, 0)).count).toBe(7);
		expect(admitted(thirds, spread(7_000, 1_000_000)).count).toBe(7_000);
	});
});

describe("the limit of landings from one address", () => {
	const { landings } = DEFAULT_LIMITS;

	it.each([
		["within two minutes", 120_000],
		["within ten seconds", 10_000],
		["in one second", 1_000],
	])("allows a lecture of 300 who open their links %s", (_, overMs) => {
		expect(admitted(landings, spread(300, overMs)).count).toBe(300);
	});

	it("allows 1,000 students of a university within an hour, in five lectures whose links are opened within a minute", () => {
		const lectures = [0, 720_000, 1_440_000, 2_160_000, 2_880_000];
		expect(
			admitted(
				landings,
				lectures.flatMap((fromMs) => spread(200, 60_000, fromMs)),
			).count,
		).toBe(1_000);
	});

	it("allows a fortieth of a flood of 200 requests a second", () => {
		const flood = spread(200 * 600, 600_000);
		expect(admitted(landings, flood).count).toBeLessThanOrEqual(600 + 5 * 600);
	});
});
