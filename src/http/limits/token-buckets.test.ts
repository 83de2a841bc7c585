import { describe, expect, it } from "vitest";
import { Buckets } from "./token-buckets.ts";

const TWO_PER_SECOND = { capacity: 2, periodMs: 1_000 };

describe("token buckets of many keys", () => {
	it("count each key separately", () => {
		const buckets = new Buckets();
		const waits = ["a", "a", "a", "b"].map((key) => buckets.take(key, TWO_PER_SECOND, 5_000));
		expect(waits).toEqual([null, null, 500, null]);
	});

	it("forget keys whose bucket is full again", () => {
		const buckets = new Buckets(100);
		for (let key = 0; key < 100; key += 1) buckets.take(String(key), TWO_PER_SECOND, 0);
		buckets.take("later", TWO_PER_SECOND, 2_000);
		expect(buckets.size).toBe(1);
	});

	it("stay within their maximum number under a flood from many addresses", () => {
		const buckets = new Buckets(100);
		for (let key = 0; key < 10_000; key += 1) buckets.take(String(key), TWO_PER_SECOND, 0);
		expect(buckets.size).toBeLessThanOrEqual(100);
	});
});
