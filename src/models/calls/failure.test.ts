import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./failure.ts";

const NOW = Date.parse("2026-05-01T12:00:00Z");

describe("Retry-After", () => {
	it.each([
		["7", 7000],
		["0", 0],
		["1.5", 1500],
		["Fri, 01 May 2026 12:00:30 GMT", 30_000],
		["Fri, 01 May 2026 11:00:00 GMT", 0],
		["-5", null],
		["soon", null],
		["", null],
		[undefined, null],
	])("%j is %j ms", (header, ms) => expect(parseRetryAfter(header, NOW)).toBe(ms));
});
