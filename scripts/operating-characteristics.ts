import { frequencyOf, SCENARIOS } from "../test/support/golden/known-truth.ts";
import { REPORT_SCENARIOS, reportFrequencies } from "../test/support/report/report-truth.ts";
import { countFrom, misuse } from "./statistics/command.ts";
import { textTable } from "./statistics/text-table.ts";

const USAGE = `How often intervals have the truth, and tests reject what is true, over simulated studies.

    npm run operating-characteristics -- [studies] [estimators | report]

studies      2000 where none is given
estimators   each estimator alone, as where nothing is given
report       whole reports: the numbers that a reader sees`;

const [count = "2000", what = "estimators", ...more] = process.argv.slice(2);
const studies = countFrom(count);
if (studies === null || more.length > 0 || (what !== "estimators" && what !== "report")) misuse(USAGE);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
type Found = { readonly share: number; readonly error: number; readonly n: number; readonly withoutEstimate: number };
const rowOf = (name: string, nominal: number, { share, error, n, withoutEstimate }: Found): string[] => [
	...[name, percent(nominal), percent(share), percent(error), String(n), String(withoutEstimate)],
];

const rows =
	what === "report"
		? REPORT_SCENARIOS.flatMap((scenario) =>
				reportFrequencies(scenario, studies).map((found) =>
					rowOf(`${scenario.name}: ${found.check}`, found.nominal, found),
				),
			)
		: SCENARIOS.map((scenario) => rowOf(scenario.name, scenario.nominal, frequencyOf(scenario, studies)));
console.log(textTable(["scenario", "nominal", "found", "Monte Carlo error", "studies", "without estimate"], rows));
