import { describe, expect, it } from "vitest";
import { thoroughly } from "../../../test/support/cases.ts";
import { REPORT_SCENARIOS, reportFrequencies } from "../../../test/support/report/report-truth.ts";

/**
 * Whole reports of simulated studies with known truth, from fixed seeds, so these tests always give the same result. With new
 * seeds, a correct report would fail one of ten bounds of 4 Monte Carlo errors with probability 0.1 %. `npm run operating-
 * characteristics -- 2000 report` makes the figures of the reference.
 */
const STUDIES = thoroughly(50, 6);

describe(`over the reports of ${STUDIES} studies of known truth`, () => {
	it.each(REPORT_SCENARIOS)("$name", (scenario) => {
		for (const { check, nominal, share, error, withoutEstimate } of reportFrequencies(scenario, STUDIES)) {
			expect([check, withoutEstimate]).toEqual([check, expect.closeTo(0, -1)]);
			expect(Math.abs(share - nominal), check).toBeLessThan(4 * error);
		}
	});
});
