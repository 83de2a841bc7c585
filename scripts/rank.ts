import { type RankOptions, rankItems } from "../src/analysis/commands/rank-items.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { countFrom, misuse, refuse, tableFrom } from "./statistics/command.ts";
import { rankText } from "./statistics/rank-text.ts";

const USAGE = `Estimates worths from rankings or paired choices in a CSV file.

    npm run rank -- data.csv [options]

The columns are ranking, item, rank (1 is best, equal ranks are ties); or first, second, … (ties as "A = B"); or winner, loser
(and tie). A column participant, where there is one, says who ranked.

--json               the result as JSON
--reference ITEM     the item with log-worth 0 (the first where none is given)
--participant COLUMN who ranked: errors and draws keep a participant's rankings together
--weights COLUMN     how often a ranking was given
--covariates TERMS   columns of items within rankings, as in a formula: "I(length/100) + position"
--pseudo NUMBER      wins and losses of each item against a hypothetical one (R's PlackettLuce adds 0.5; none is added here)
--bootstrap DRAWS    percentile intervals over draws of participants
--seed TEXT          the seed of the bootstrap (1 where none is given)`;

const OPTIONS = {
	json: { type: "boolean" },
	reference: { type: "string" },
	participant: { type: "string" },
	weights: { type: "string" },
	covariates: { type: "string" },
	pseudo: { type: "string" },
	bootstrap: { type: "string" },
	seed: { type: "string" },
} as const;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: OPTIONS });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { values, positionals } = parsed();
const [path, ...more] = positionals;
if (path === undefined || more.length > 0) misuse(USAGE);

const pseudo = values.pseudo === undefined ? 0 : Number(values.pseudo);
if (!(pseudo >= 0) || !Number.isFinite(pseudo)) misuse(USAGE, "--pseudo is a number from 0, such as 0.5.");

const options: RankOptions = {
	pseudo,
	...(values.reference === undefined ? {} : { reference: values.reference }),
	...(values.participant === undefined ? {} : { participant: values.participant }),
	...(values.weights === undefined ? {} : { weights: values.weights }),
	...(values.covariates === undefined ? {} : { covariates: values.covariates }),
	...(values.bootstrap === undefined
		? {}
		: {
				bootstrap: {
					draws: countFrom(values.bootstrap) ?? misuse(USAGE, "--bootstrap is a number of draws, such as 2000."),
					seed: values.seed ?? "1",
				},
			}),
};

const result = rankItems(tableFrom(path, values.json), options);
if (!result.ok) refuse(result.error, values.json);
console.log(values.json ? JSON.stringify(result.value) : rankText(result.value));
