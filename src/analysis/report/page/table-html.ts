import { escapeUTF8 as escaped } from "entities/escape";
import { intervalText, numberText, pText } from "./format.ts";
import { tableCsv } from "./table-csv.ts";
import type { Cell, ReportTable } from "./tables/report-table.ts";

type Row = Readonly<Record<string, Cell>>;

/** More rows than this are behind a line that opens. */
const MOST_OPEN_ROWS = 16;

/** A table for readers: what it is about, the estimate with its interval, p-values and n. The rest is in its CSV. */
export function tableHtml(table: ReportTable): string {
	const { name, title, about, rows } = table;
	const body = rows.length > MOST_OPEN_ROWS ? folded(table, grid(table)) : grid(table);
	return `<section class="table" id="${name}"><h3>${escaped(title)}</h3><p class="about">${escaped(about)}</p>${body}${methods(rows)}<p class="file">${csvLink(table)}</p></section>`;
}

const folded = ({ rows }: ReportTable, inner: string): string =>
	`<details><summary>Show ${rows.length} rows</summary>${inner}</details>`;

export const csvLink = (table: ReportTable): string =>
	`<a download="${table.name}.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(tableCsv(table))}">${table.name}.csv</a>`;

const has = (rows: readonly Row[], name: string): boolean => rows.some((row) => (row[name] ?? "") !== "");

function grid({ keys, rows, isTested = true }: ReportTable): string {
	const present = keys.filter(([name]) => has(rows, name));
	const constant = present.length > 1 ? present.filter(([name]) => isConstantText(rows, name)) : [];
	const shown = present.filter((key) => !constant.includes(key) || constant.length === present.length);
	const said = constant.map(([name, heading]) => `${heading}: ${rows[0]?.[name]}`).join(". ");
	const measured = measures(rows).filter(({ name }) => isTested || !TESTS.includes(name));
	const heads = [
		...shown.map(([name, heading]) =>
			headCell(
				heading,
				rows.some((row) => typeof row[name] === "number"),
			),
		),
		...measured.map(({ heading }) => headCell(heading, true)),
	];
	const body = rows.map((row) => {
		const cells = shown.map(([name], index) => keyCell(row[name] ?? null, index));
		return `<tr>${cells.join("")}${valueCells(row, measured)}</tr>`;
	});
	return `${said === "" ? "" : `<p class="about">${escaped(said)}.</p>`}<div class="scroll" tabindex="0" role="group"><table><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

/** A text that is the same in each row is said once above: tables are narrow on a phone. */
const isConstantText = (rows: readonly Row[], name: string): boolean =>
	rows.length > 1 && typeof rows[0]?.[name] === "string" && rows.every((row) => row[name] === rows[0]?.[name]);

const TESTS = ["p", "statistic"];

const headCell = (heading: string, isNumber: boolean): string =>
	`<th scope="col"${isNumber ? ' class="number"' : ""}>${escaped(heading)}</th>`;

type Measure = { readonly name: string; readonly heading: string; readonly text: (row: Row) => string | null };

function measures(rows: readonly Row[]): Measure[] {
	const number =
		(name: string, format = numberText) =>
		(row: Row): string | null => {
			const value = row[name];
			return typeof value === "number" ? format(value) : null;
		};
	const columns: Measure[] = [
		{ name: "estimate", heading: "Estimate", text: number("estimate") },
		{ name: "lower", heading: "95 % interval", text: (row) => interval(row, "lower", "upper") },
		{ name: "odds_ratio", heading: "Odds", text: number("odds_ratio") },
		{ name: "odds_lower", heading: "Its interval", text: (row) => interval(row, "odds_lower", "odds_upper") },
		{
			name: "bootstrap_lower",
			heading: "Bootstrap",
			text: (row) => interval(row, "bootstrap_lower", "bootstrap_upper"),
		},
		{
			name: "statistic",
			heading: "Statistic",
			text: (row) => (rows.some(({ estimate }) => typeof estimate === "number") ? null : statistic(row)),
		},
		{ name: "p", heading: "p", text: number("p", pText) },
		{ name: "holm", heading: "p, Holm", text: number("holm", pText) },
		{ name: "bh", heading: "p, BH", text: number("bh", pText) },
		{ name: "aic", heading: "AIC", text: number("aic") },
		{ name: "bic", heading: "BIC", text: number("bic") },
		{ name: "n", heading: "n", text: number("n") },
	];
	return columns.filter(({ name, text }) => has(rows, name) && rows.some((row) => text(row) !== null));
}

function interval(row: Row, low: string, high: string): string | null {
	const [lower, upper] = [row[low], row[high]];
	return typeof lower === "number" && typeof upper === "number" ? intervalText({ lower, upper }) : null;
}

function statistic(row: Row): string | null {
	const { statistic: value, df, df2 } = row;
	if (typeof value !== "number") return null;
	const degrees = [df, df2].filter((one) => typeof one === "number").map(numberText);
	return `${numberText(value)}${degrees.length > 0 ? ` (${degrees.join(", ")} df)` : ""}`;
}

function keyCell(value: Cell, index: number): string {
	if (typeof value === "number") return `<td class="number">${numberText(value)}</td>`;
	const text = escaped(String(value ?? ""));
	return index === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
}

function valueCells(row: Row, measured: readonly Measure[]): string {
	const { missing } = row;
	if (typeof missing === "string")
		return measured.length === 0
			? `<td class="missing">${escaped(missing)}</td>`
			: `<td class="missing" colspan="${measured.length}">${escaped(missing)}</td>`;
	return measured.map(({ text }) => `<td class="number">${escaped(text(row) ?? "")}</td>`).join("");
}

/** The methods of a table, each once. */
function methods(rows: readonly Row[]): string {
	const texts = [...new Set(rows.flatMap(({ method }) => (typeof method === "string" ? [method] : [])))];
	if (texts.length === 0) return "";
	const list =
		texts.length === 1
			? escaped(texts[0] ?? "")
			: `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;
	return `<details class="method"><summary>Method</summary>${list}</details>`;
}
