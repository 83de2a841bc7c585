import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { reportPage } from "../src/analysis/report/page/page.ts";
import { tableCsv } from "../src/analysis/report/page/table-csv.ts";
import { reportTables } from "../src/analysis/report/page/tables/report-tables.ts";
import { reportOf } from "../src/analysis/report/report.ts";
import { textsAgainst } from "../src/analysis/report/simulators/text-part.ts";
import { tablesFromRows } from "../src/analysis/report/tables/tables-from-rows.ts";
import { stopWordsOf } from "../src/judging/text-topics/stop-words.ts";
import { POOLS } from "../src/randomisation/draw/pool.ts";
import { embeddingServer, embeddingsOf } from "./measures/embeddings.ts";
import { languagesOf } from "./measures/language.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { figuresOf } from "./report/figures.ts";
import { packageAt, protocolAt, studyAt } from "./report/sources.ts";
import { misuse, refuse } from "./statistics/command.ts";

const USAGE = `Writes the report of a study: one HTML file with plots, tables, methods and the data behind them.

    npm run analyse -- <data package: folder, datapackage.json or zip> [options]
    npm run analyse -- <address of the API> --study <slug> [options]      (the key is in CROSSOVER_KEY)

--protocol FILE   the protocol, where a data package has none: its hash must be that of the data
--pool NAME       live (where none is given), pilot or simulated
--out FILE        the HTML file (<study>-report.html where none is given)
--json FILE       the report as JSON too; - writes it to the output
--csv FOLDER      each table as CSV too
--draws NUMBER    bootstrap draws of participants (2000 where none is given; 0 for none)
--seed TEXT       the seed of all draws (1 where none is given)
--embeddings URL  topics of opening messages by an embedding model in place of TF-IDF: any server with OpenAI's
                  /embeddings. It gets these messages. Its key, if it needs one, is in EMBEDDINGS_KEY
--embedding-model NAME`;

const text = { type: "string" } as const;
const OPTIONS = {
	...{ study: text, protocol: text, pool: text, out: text, json: text, csv: text, draws: text, seed: text },
	...{ embeddings: text, "embedding-model": text },
};

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: OPTIONS });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { values, positionals } = parsed();
const [from, ...more] = positionals;
if (from === undefined || more.length > 0) misuse(USAGE);
const pool =
	POOLS.find((name) => name === (values.pool ?? "live")) ?? misuse(USAGE, `--pool is one of ${POOLS.join(", ")}.`);
const draws = Number(values.draws ?? "2000");
if (!Number.isInteger(draws) || draws < 0) misuse(USAGE, "--draws is a whole number from 0.");

const isJson = values.json === "-";
const source = /^https?:\/\//.test(from) ? await studyAt(from, studyName(), keyFromEnvironment()) : packageAt(from);
if (!source.ok) refuse(source.error, isJson);

/** A report without participants would look like a result. */
function poolFault(rows: readonly { readonly [column: string]: unknown }[]): string | null {
	const counts = POOLS.map((name) => [name, rows.filter((row) => row.pool === name).length] as const);
	const others = counts.filter(([name, count]) => name !== pool && count > 0);
	if (others.length === 0 || counts.some(([name, count]) => name === pool && count > 0)) return null;
	const found = others.map(([name, count]) => `${count} in ${name}`).join(" and ");
	return `There are no sessions in the pool ${pool}, but ${found}. Add --pool ${others[0]?.[0]}.`;
}

/** A spreadsheet may have written decimal commas. Read as missing values, they would silently change the results. */
function numberFault(
	rows: readonly { readonly [column: string]: unknown }[],
	columns: readonly string[],
): string | null {
	for (const [place, row] of rows.entries())
		for (const column of columns) {
			const cell = row[column];
			if (typeof cell !== "string" || cell.trim() === "" || !Number.isNaN(Number(cell)) || cell === "NaN") continue;
			return `Row ${place + 1} has the ${column} "${cell}", which is no number. Write decimals with a point.`;
		}
	return null;
}

function studyName(): string {
	return values.study ?? misuse(USAGE, "Name the study with --study.");
}

function keyFromEnvironment(): string {
	return process.env.CROSSOVER_KEY ?? misuse(USAGE, "Put a key with data:read and studies:read into CROSSOVER_KEY.");
}

const protocol =
	values.protocol === undefined ? source.value.protocol : protocolAt(values.protocol, source.value.facts.protocolHash);
if (typeof protocol === "string") refuse(protocol, isJson);

const nobody = poolFault(source.value.rows("sessions"));
if (nobody !== null) refuse(nobody, isJson);
for (const [name, columns] of [
	["ratings", ["value", "position", "turn", "min", "max"]],
	["rankings", ["rank", "position"]],
] as const) {
	const fault = numberFault(source.value.rows(name), columns);
	if (fault !== null) refuse(`${name}: ${fault}`, isJson);
}
const tables = tablesFromRows({ ...source.value, protocol, languagesOf });
const languages = tables.messages.map(({ language }) => language);
const stopWords = stopWordsOf(lists, languages);
const server = embeddingServer(values.embeddings, values["embedding-model"], (message) => misuse(USAGE, message));
const openings = tables.messages.filter(({ turn }) => turn === 1).map((row) => row.text);
const vectors = server === null ? null : await embeddingsOf(openings, server);
if (vectors !== null && !vectors.ok) refuse(vectors.error, isJson);
const report = reportOf(tables, {
	...{ pool, draws, seed: values.seed ?? "1", stopWords, compareTexts: textsAgainst },
	...(server && vectors && { embeddings: { model: server.model, vectors: vectors.value } }),
});

const out = values.out ?? `${report.study.slug}-report.html`;
writeFileSync(out, reportPage(report, figuresOf(report)));
if (values.csv !== undefined) {
	mkdirSync(values.csv, { recursive: true });
	for (const table of reportTables(report)) writeFileSync(join(values.csv, `${table.name}.csv`), tableCsv(table));
}
const json = `${JSON.stringify(report)}\n`;
if (isJson) process.stdout.write(json);
else if (values.json !== undefined) writeFileSync(values.json, json);
if (!isJson)
	console.log(`${out}: ${report.study.randomised} randomised, ${report.ratings.models.length} models of ratings.`);
