import { describe, expect, it } from "vitest";
import { thoroughly } from "../../test/support/cases.ts";
import { frequencyOf, SCENARIOS } from "../../test/support/golden/known-truth.ts";

/**
 * Simulated studies with known truth, from fixed seeds, so these tests always give the same result. With new seeds, correct
 * estimators would fail one of them with probability 0.1 % (twelve bounds of 4 Monte Carlo errors each). `npm run operating-
 * characteristics` simulates more of them.
 */
const STUDIES = thoroughly(200, 20);
const BOOTSTRAPPED = thoroughly(50, 5);

describe(`over ${STUDIES} studies of known truth (${BOOTSTRAPPED} for the bootstrap)`, () => {
	it.each(SCENARIOS)("$name: $nominal", (scenario) => {
		const studies = scenario.isBootstrap ? BOOTSTRAPPED : STUDIES;
		const { share, error, withoutEstimate } = frequencyOf(scenario, studies);
		expect(withoutEstimate).toBeLessThan(Math.max(1, studies / 50));
		expect(Math.abs(share - scenario.nominal)).toBeLessThan(4 * error);
	});
});
