import { frequencyOf, SCENARIOS } from "../test/support/golden/known-truth.ts";
import { countFrom } from "./statistics/command.ts";
import { textTable } from "./statistics/text-table.ts";

/** `npm run operating-characteristics -- [studies]`: how often intervals have the truth, and tests reject what is true. */
const studies = countFrom(process.argv[2] ?? "2000") ?? 2000;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const rows = SCENARIOS.map((scenario) => {
	const { share, error, n, withoutEstimate } = frequencyOf(scenario, studies);
	return [scenario.name, percent(scenario.nominal), percent(share), percent(error), String(n), String(withoutEstimate)];
});
console.log(textTable(["scenario", "nominal", "found", "Monte Carlo error", "studies", "without estimate"], rows));
