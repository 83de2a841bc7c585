import { describe, expect, it } from "vitest";
import { plannedFaults } from "./planned-faults.ts";

const faultOf = (formula: string, outcome = "experience.liking") => plannedFaults([{ outcome, formula }])[0];

describe("a prespecified formula", () => {
	it.each([
		"liking ~ arm + period + (1 | participant)",
		"liking ~ arm * factor(period) + I(length/100) + formatting + (1 | participant)",
		"log(liking) ~ poly(length, 2) + topic + predecessor",
	])("is accepted: %s", (formula) => {
		expect(faultOf(formula)).toBeUndefined();
	});

	it("is accepted with the score of a choice as response", () => {
		expect(faultOf("score ~ arm + place", "choice")).toBeUndefined();
	});

	it.each([
		["liking ~ arm +", /formula|unexpected|end/i],
		["liking", /response/],
		["trust ~ arm", /"trust" is no variable/],
		["liking ~ arm + age", /"age" is no variable .* participant, arm, period/],
	])("is refused with the place and what to do: %s", (formula, detail) => {
		expect(faultOf(formula)).toEqual({ pointer: "/analysis/0/formula", detail: expect.stringMatching(detail) });
	});
});
