import { stringify } from "csv-stringify/sync";
import { MEASURES, MEASURES_VERSION, measureText } from "../src/judging/measures/catalogue.ts";
import type { Measured } from "../src/judging/measures/measure.ts";
import { useRules } from "../src/self-identification/rules/read-rules.ts";
import { conversationsFrom, printFeatures } from "./measures/conversations.ts";
import { languagesOf } from "./measures/language.ts";
import { loadResources } from "./measures/resources.ts";
import { summaryText } from "./measures/summary.ts";
import { rowsFrom, textColumn } from "./measures/texts-from.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { RULES_FILE } from "./self-identification-file.ts";
import { misuse, refuse, textFrom } from "./statistics/command.ts";

useRules(RULES_FILE);

const USAGE = `Measures a column of texts in a CSV file or JSON Lines. Each measure: docs/reference/measures.md

    npm run measure -- texts.csv [options]

Prints a summary of each measure. A measure that does not apply to a text is left out, and the table says why.

--column NAME      the column of texts (text, content, reply, message or utterance where none is given)
--plain            the texts are plain, as participants' messages are, and not Markdown
--conversation NAME the 19 features of each conversation instead: its texts are one person's messages, in the file's order
--language TAG     the language of all texts, such as en; without it, each text's language is detected
--csv              each row with its measures behind its own columns, as CSV; missing values are empty
--json             each row's measures as JSON, with the reason for a missing value`;

const OPTIONS = {
	column: { type: "string" },
	conversation: { type: "string" },
	plain: { type: "boolean" },
	language: { type: "string" },
	csv: { type: "boolean" },
	json: { type: "boolean" },
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
if (values.csv && values.json) misuse(USAGE, "Choose one of --csv and --json.");

const rows = rowsFrom(textFrom(path, values.json), path);
if (!rows.ok) refuse(`${path}: ${rows.error}`, values.json);
const column = textColumn(rows.value, values.column);
if (!column.ok) refuse(`${path}: ${column.error}`, values.json);

const texts = rows.value.map((row) => row[column.value] ?? "");
const languages = values.language === undefined ? languagesOf(texts) : texts.map(() => values.language ?? null);
if (values.conversation !== undefined) {
	const grouped = conversationsFrom(rows.value, column.value, languages, values.conversation);
	if (!grouped.ok) refuse(`${path}: ${grouped.error}`, values.json);
	printFeatures(grouped.value, values);
	process.exit(0);
}
const resources = loadResources();
const format = values.plain ? "plain" : "markdown";
const measures = texts.map((text, index) =>
	measureText(text, { format, language: languages[index] ?? null, resources }),
);

const names = MEASURES.map(({ name }) => name);
if (values.json)
	console.log(
		JSON.stringify({
			version: MEASURES_VERSION,
			column: column.value,
			format,
			texts: measures.map((measured, index) => ({ row: index + 1, language: languages[index] ?? null, ...measured })),
		}),
	);
else if (values.csv) process.stdout.write(stringify(rows.value.map(withMeasures), { header: true }));
else
	console.log(
		`${texts.length} texts of the column "${column.value}", ${MEASURES_VERSION}\n\n${summaryText(measures, names)}`,
	);

function withMeasures(row: Readonly<Record<string, string>>, index: number) {
	const own = measures[index] ?? {};
	return {
		...row,
		language: languages[index] ?? "",
		...Object.fromEntries(names.map((name) => [name, cell(own[name])])),
	};
}

function cell(value: Measured | undefined): number | string {
	return typeof value === "number" ? value : "";
}
