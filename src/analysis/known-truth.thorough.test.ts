import { describe, expect, it } from "vitest";
import { frequencyOf, SCENARIOS } from "../../test/support/golden/known-truth.ts";

/**
 * Studies of known truth, drawn from fixed seeds: these tests pass or fail for ever. With fresh seeds, right estimators would fail one of
 * them with probability 0.1 % (twelve bounds of 4 Monte Carlo errors each). `npm run operating-characteristics` draws more of them.
 */
const STUDIES = 200;
const BOOTSTRAPPED = 50;

describe(`over ${STUDIES} studies of known truth, or ${BOOTSTRAPPED} where each is bootstrapped`, () => {
	it.each(SCENARIOS)("$name: $nominal", (scenario) => {
		const studies = scenario.isBootstrap ? BOOTSTRAPPED : STUDIES;
		const { share, error, withoutEstimate } = frequencyOf(scenario, studies);
		expect(withoutEstimate).toBeLessThan(studies / 50);
		expect(Math.abs(share - scenario.nominal)).toBeLessThan(4 * error);
	});
});
