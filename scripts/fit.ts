import { fitModel } from "../src/analysis/commands/fit-model.ts";
import type { Family, FitOptions } from "../src/analysis/commands/fit-report.ts";
import type { RobustType } from "../src/analysis/linear/cluster-robust.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { countFrom, listFrom, misuse, refuse, tableFrom } from "./statistics/command.ts";
import { fitText } from "./statistics/fit-text.ts";

const USAGE = `Fits a model to a CSV file.

    npm run fit -- "liking ~ arm + period + I(length/100) + (1 | participant)" data.csv [options]

The formula is in R's notation. Random terms make it a linear mixed model.

--json               the result as JSON
--ml                 maximum likelihood in place of restricted maximum likelihood
--family NAME        gaussian (the default), binomial or ordinal
--weights COLUMN     weights of rows
--cluster COLUMN     what robust errors and the bootstrap keep whole, such as the participant
--robust KIND        CR0, CR1, CR1S or CR2 errors by cluster (models without random terms)
--bootstrap DRAWS    percentile intervals over draws of whole clusters
--seed TEXT          the seed of the bootstrap (1 where none is given)
--means A,B          marginal means of a factor, or of combinations, and all contrasts
--against FORMULA    a smaller model, for a likelihood-ratio test`;

const OPTIONS = {
	json: { type: "boolean" },
	ml: { type: "boolean" },
	family: { type: "string" },
	weights: { type: "string" },
	cluster: { type: "string" },
	robust: { type: "string" },
	bootstrap: { type: "string" },
	seed: { type: "string" },
	means: { type: "string" },
	against: { type: "string" },
} as const;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: OPTIONS });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const FAMILIES: readonly Family[] = ["gaussian", "binomial", "ordinal"];
const ROBUST: readonly RobustType[] = ["CR0", "CR1", "CR1S", "CR2"];

const { values, positionals } = parsed();
const [formula, path, ...more] = positionals;
if (formula === undefined || path === undefined || more.length > 0) misuse(USAGE);

function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
	return known.find((one) => one === text) ?? misuse(USAGE, `--${name} is one of ${known.join(", ")}.`);
}

const options: FitOptions = {
	...(values.ml ? { reml: false } : {}),
	...(values.family === undefined ? {} : { family: oneOf("family", values.family, FAMILIES) }),
	...(values.weights === undefined ? {} : { weights: values.weights }),
	...(values.cluster === undefined ? {} : { cluster: values.cluster }),
	...(values.robust === undefined ? {} : { robust: oneOf("robust", values.robust, ROBUST) }),
	...(values.means === undefined ? {} : { means: listFrom(values.means) }),
	...(values.against === undefined ? {} : { against: values.against }),
	...(values.bootstrap === undefined
		? {}
		: {
				bootstrap: {
					draws: countFrom(values.bootstrap) ?? misuse(USAGE, "--bootstrap is a number of draws, such as 2000."),
					seed: values.seed ?? "1",
				},
			}),
};

const result = fitModel(formula, tableFrom(path, values.json), options);
if (!result.ok) refuse(result.error, values.json);
console.log(values.json ? JSON.stringify(result.value) : fitText(result.value));
