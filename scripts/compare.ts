import { compareOutcomes } from "../src/analysis/commands/compare-outcomes.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { misuse, refuse, tableFrom } from "./statistics/command.ts";
import { pText, textTable } from "./statistics/text-table.ts";

const USAGE = `Compares people with simulations of them, outcome by outcome.

    npm run compare -- human.csv twin.csv [options]

Both files have the columns participant, outcome, value. Participants are matched by name.

--json          an array with one object for each outcome
--range LO,HI   the range of the scale, for the accuracy (the range of all values where none is given)`;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: { json: { type: "boolean" }, range: { type: "string" } } });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

function rangeFrom(text: string): readonly [number, number] {
	const [low = Number.NaN, high = Number.NaN, ...more] = text.split(",").map(Number);
	if (!(high > low) || more.length > 0)
		misuse(USAGE, "--range is the lowest and the highest value of the scale, such as 0,100.");
	return [low, high];
}

const { values, positionals } = parsed();
const [human, twin, ...more] = positionals;
if (human === undefined || twin === undefined || more.length > 0) misuse(USAGE);

const options = values.range === undefined ? {} : { range: rangeFrom(values.range) };
const result = compareOutcomes(tableFrom(human, values.json), tableFrom(twin, values.json), options);
if (!result.ok) refuse(result.error, values.json);
const { outcomes, notes } = result.value;

if (values.json) {
	console.log(JSON.stringify(outcomes));
	for (const note of notes) console.error(note);
} else {
	const headings = [
		"outcome",
		"n",
		"r",
		"lower",
		"upper",
		"accuracy",
		"human",
		"twin",
		"t",
		"df",
		"p",
		"var ratio",
		"tau-b",
		"ECE",
	];
	const rows = outcomes.map((row) => [
		row.outcome,
		row.n,
		row.r,
		row.rLower,
		row.rUpper,
		row.accuracy,
		row.meanHuman,
		row.meanTwin,
		row.t,
		row.df,
		pText(row.p ?? undefined),
		row.varianceRatio,
		row.tauB,
		row.calibrationError,
	]);
	const reasons = outcomes.flatMap((row) =>
		Object.entries(row.missing).map(([name, why]) => `${row.outcome}: no ${name}. ${why}`),
	);
	console.log([...notes.map((note) => `Note: ${note}`), textTable(headings, rows), ...reasons].join("\n\n"));
}
