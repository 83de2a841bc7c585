import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { reportPage } from "../src/analysis/report/page/page.ts";
import { reportTables } from "../src/analysis/report/page/report-tables.ts";
import { tableCsv } from "../src/analysis/report/page/table-csv.ts";
import { reportOf } from "../src/analysis/report/report.ts";
import { textsAgainst } from "../src/analysis/report/simulators/text-part.ts";
import { tablesFromRows } from "../src/analysis/report/tables/tables-from-rows.ts";
import { stopWordsOf } from "../src/judging/topics/stop-words.ts";
import { POOLS } from "../src/randomisation/draw/pool.ts";
import { languagesOf } from "./measures/language.ts";
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
--seed TEXT       the seed of all draws (1 where none is given)`;

const text = { type: "string" } as const;
const OPTIONS = { study: text, protocol: text, pool: text, out: text, json: text, csv: text, draws: text, seed: text };

function parsed() {
	try {
		return parseArgs({ allowPositionals: true, options: OPTIONS });
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

/** A report of nobody would look like a result. */
function poolFault(rows: readonly { readonly [column: string]: unknown }[]): string | null {
	const counts = POOLS.map((name) => [name, rows.filter((row) => row.pool === name).length] as const);
	const others = counts.filter(([name, count]) => name !== pool && count > 0);
	if (others.length === 0 || counts.some(([name, count]) => name === pool && count > 0)) return null;
	const found = others.map(([name, count]) => `${count} in ${name}`).join(" and ");
	return `There are no sessions in the pool ${pool}, but ${found}. Add --pool ${others[0]?.[0]}.`;
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
const tables = tablesFromRows({ ...source.value, protocol, languagesOf });
const languages = tables.messages.map(({ language }) => language);
const stopWords = stopWordsOf(lists, languages);
const report = reportOf(tables, { pool, draws, seed: values.seed ?? "1", stopWords, compareTexts: textsAgainst });

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
