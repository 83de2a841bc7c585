import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { isDue, isTooLate, stepOf } from "./late-share.ts";

describe("the share of late replies", () => {
	it.each([
		[99, 50, false],
		[100, 2, false],
		[100, 3, true],
		[10_000, 200, false],
		[10_000, 201, true],
	])("of %i replies with %i late ones raises a warning: %j", (replies, late, warns) => {
		expect(isTooLate({ replies, late })).toBe(warns);
	});

	it("is published again after many more replies", () => {
		expect(isDue({ replies: 99, late: 0 }, { replies: 0, late: 0 }, 100)).toBe(false);
		expect(isDue({ replies: 205, late: 3 }, { replies: 105, late: 0 }, 100)).toBe(true);
	});

	it("is published in larger steps if each participant meets one arm", () => {
		const crossover = validStudy();
		expect(stepOf(crossover)).toBe(100);
		expect(stepOf({ ...crossover, design: { ...crossover.design, kind: "parallel" } })).toBe(500);
	});
});
