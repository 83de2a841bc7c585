import { escapeUTF8 as escaped } from "entities/escape";
import type { Report } from "../report-data.ts";
import type { SummaryRow } from "../simulators/summary.ts";
import { intervalText, numberText } from "./format.ts";

/** People and each condition of simulation beside each other: a measure a row. Reasons for missing numbers stand below, by letter. */
export function summaryHtml({ simulators }: Report): string {
	if ("missing" in simulators || simulators.summary.length === 0) return "";
	const { summary } = simulators;
	const sides = [...new Set(summary.map(({ who }) => who))].sort(
		(one, other) => Number(other === "people") - Number(one === "people"),
	);
	const reasons = [...new Set(summary.flatMap((row) => ("missing" in row ? [row.missing] : [])))];
	const bySubject = Map.groupBy(summary, ({ subject }) => subject);
	const heads = ["Measure", "By chance", ...sides.map(capital)].map(
		(text, index) => `<th scope="col"${index === 0 ? "" : ' class="number"'}>${escaped(text)}</th>`,
	);
	const body = [...bySubject].map(([subject, rows]) => {
		const group = `<tr><th scope="rowgroup" class="group" colspan="${heads.length}">${escaped(subject)}</th></tr>`;
		const measures = [...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, own]) =>
			measureRow(measure, own, sides, reasons),
		);
		return `<tbody>${group}${measures.join("")}</tbody>`;
	});
	const notes = reasons.map((reason, index) => `<li><b>${letter(index)}</b> ${escaped(reason)}</li>`).join("");
	const below = reasons.length === 0 ? "" : `<ul class="reasons">${notes}</ul>`;
	return `<section class="table" id="side-by-side"><h3>People and simulations side by side</h3><p class="about">Estimates with 95 % intervals and n. Methods: the table simulators-summary.</p><div class="scroll" tabindex="0" role="group"><table class="sides"><thead><tr>${heads.join("")}</tr></thead>${body.join("")}</table></div>${below}</section>`;
}

function measureRow(
	measure: string,
	rows: readonly SummaryRow[],
	sides: readonly string[],
	reasons: readonly string[],
): string {
	const chance = rows.find(({ byChance }) => byChance !== null)?.byChance ?? null;
	const cells = sides.map((side) =>
		cell(
			side,
			rows.find(({ who }) => who === side),
			reasons,
		),
	);
	return `<tr><th scope="row">${escaped(measure)}</th>${chance === null ? EMPTY : `<td class="number" data-side="By chance">${numberText(chance)}</td>`}${cells.join("")}</tr>`;
}

const EMPTY = '<td class="number"></td>';

/** On a phone each cell has a line of its own, which begins with its side. */
function cell(side: string, row: SummaryRow | undefined, reasons: readonly string[]): string {
	if (!row) return EMPTY;
	const about = `data-side="${escaped(capital(side))}"`;
	if ("missing" in row)
		return `<td class="missing number" ${about}>none (${letter(reasons.indexOf(row.missing))})</td>`;
	return `<td class="number" ${about}><b>${numberText(row.estimate)}</b> <span>${escaped(intervalText(row))}</span> <span>n ${row.n}</span></td>`;
}

const letter = (index: number): string => "abcdefghijklmnopqrstuvwxyz"[index] ?? String(index + 1);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
