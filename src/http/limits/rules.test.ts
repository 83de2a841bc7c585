import { describe, expect, it } from "vitest";
import { ProblemError } from "../../shared/problem.ts";
import { DEFAULT_LIMITS, limitFaults, limitOf, parseLimit } from "./rules.ts";

describe("parsing a limit", () => {
	it.each([
		["600/PT2M", { capacity: 600, periodMs: 120_000 }],
		["1/PT1S", { capacity: 1, periodMs: 1_000 }],
		["10/P1D", { capacity: 10, periodMs: 86_400_000 }],
	])("reads %s", (text, limit) => {
		expect(parseLimit(text)).toEqual(limit);
	});

	it.each([
		"",
		"600",
		"600/",
		"/PT2M",
		"0/PT2M",
		"-1/PT2M",
		"1.5/PT2M",
		"600/2M",
		"600/PT0S",
		"600/PT2M/1",
		"1e3/PT2M",
	])("returns null for %j", (text) => {
		expect(parseLimit(text)).toBeNull();
	});
});

describe("the limits of a Worker", () => {
	it("have their defaults if no variable is set", () => {
		expect(limitOf({}, "landings")).toEqual(DEFAULT_LIMITS.landings);
		expect(limitOf({}, "session")).toEqual({ capacity: 1200, periodMs: 120_000 });
	});

	it("come from the Worker's variables, where off means no limit", () => {
		expect(limitOf({ LIMIT_LANDINGS: "5/PT10S" }, "landings")).toEqual({ capacity: 5, periodMs: 10_000 });
		expect(limitOf({ LIMIT_LANDINGS: "off" }, "landings")).toBeNull();
	});

	it("have a fault for each variable that is not valid", () => {
		expect(limitFaults({})).toEqual([]);
		expect(limitFaults({ LIMIT_SESSION: "off", LIMIT_STARTS: "5/PT10S" })).toEqual([]);
		expect(limitFaults({ LIMIT_LANDINGS: "600", LIMIT_STRANGERS: "" })).toEqual([
			"Set LIMIT_LANDINGS to a value such as 600/PT2M, or to off.",
			"Set LIMIT_STRANGERS to a value such as 120/PT2M, or to off.",
		]);
	});

	it("name the variable that is not valid", () => {
		expect(() => limitOf({ LIMIT_STARTS: "many" }, "starts")).toThrow(ProblemError);
		try {
			limitOf({ LIMIT_STARTS: "many" }, "starts");
		} catch (error) {
			expect((error as ProblemError).problem.detail).toContain("LIMIT_STARTS");
		}
	});
});
