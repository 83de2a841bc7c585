import { describe, expect, it } from "vitest";
import { isOver, secondsLeft, statusAfter } from "./run-control.ts";

describe("the time that a run has left", () => {
	it("follows from its speed so far", () =>
		expect(secondsLeft({ status: "running", activeMs: 10_000 }, 5, 20)).toBe(30));

	it.each([
		["nobody has ended", 10_000, 0],
		["the first turn has not ended", 0, 5],
	])("is not known while %s", (_, activeMs, finished) =>
		expect(secondsLeft({ status: "running", activeMs }, finished, 20)).toBeNull(),
	);

	it.each(["completed", "cancelled", "failed", "budget"] as const)("is none when it is %s", (status) =>
		expect(secondsLeft({ status, activeMs: 10_000 }, 5, 20)).toBe(0),
	);
});

describe("a control", () => {
	it("pauses and resumes a running run", () => {
		expect(statusAfter("running", "pause")).toBe("paused");
		expect(statusAfter("paused", "resume")).toBe("running");
	});

	it("cancels a run at its budget, and cannot resume it", () => {
		expect(statusAfter("budget", "cancel")).toBe("cancelled");
		expect(statusAfter("budget", "resume")).toBeNull();
	});

	it("changes nothing of a run that is over", () => {
		for (const status of ["completed", "cancelled", "failed"] as const) {
			expect(isOver(status)).toBe(true);
			expect(statusAfter(status, "cancel")).toBeNull();
		}
	});
});
