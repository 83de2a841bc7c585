import { escapeUTF8 as escaped } from "entities/escape";
import type { Difference, RatingModel } from "../ratings/rating-model.ts";
import type { Report } from "../report-data.ts";
import { intervalText, numberText, pText } from "./format.ts";

/** For each outcome, the contrasts with and without length and style side by side, and then those with judged scores held constant. */
export function contrastHtml({ models, contrasts }: Pick<Report["ratings"], "models" | "contrasts">): string {
	const mains = models.filter(({ kind }) => kind === "main");
	return mains
		.map((main) => {
			const adjusted = models.find(({ outcome, kind }) => outcome === main.outcome && kind === "with length and style");
			const judged = models.find(({ outcome, kind }) => outcome === main.outcome && kind === "with judged scores");
			const rows = contrasts.filter(({ model }) => model === main.id);
			if ("missing" in main)
				return `<section class="table"><h3>${escaped(main.outcome)}</h3><p class="missing">${escaped(main.missing)}</p></section>`;
			const other = (label: string) => contrasts.find((row) => row.model === adjusted?.id && row.label === label);
			const body = rows.map(
				(row) =>
					`<tr><th scope="row">${escaped(row.label)}</th>${cells(row, true)}${cells(other(row.label), false)}</tr>`,
			);
			const equality =
				"missing" in main.equality ? "" : `<p class="about">All arms equal: ${equalityText(main.equality)}.</p>`;
			const reason = adjusted && "missing" in adjusted ? `<p class="missing">${escaped(adjusted.missing)}</p>` : "";
			const notes = notesOf(main.notes, adjusted?.notes ?? [])
				.map((note) => `<p class="missing">${escaped(note)}</p>`)
				.join("");
			return `<section class="table"><h3>${escaped(main.outcome)}: differences between arms</h3>${equality}<div class="scroll" tabindex="0" role="group"><table><thead><tr><th scope="col" rowspan="2">Difference</th><th scope="colgroup" colspan="5">Without length and style</th><th scope="colgroup" colspan="3">With length and style</th></tr><tr><th scope="col" class="number">Estimate</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">p</th><th scope="col" class="number">Holm</th><th scope="col" class="number">BH</th><th scope="col" class="number">Estimate</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">p</th></tr></thead><tbody>${body.join("")}</tbody></table></div><p class="about">${main.n} values of ${main.participants} participants. ${escaped(main.method)}.</p>${reason}${notes}</section>${judged ? judgedHtml(judged, contrasts, main.notes) : ""}`;
		})
		.join("");
}

/** The notes of both models. A note on both is printed once, and one on the second says so. */
const notesOf = (main: readonly string[], adjusted: readonly string[]): string[] => [
	...main,
	...adjusted.filter((note) => !main.includes(note)).map((note) => `With length and style: ${note}`),
];

/** In a table of its own, because beside the others it would be wider than a page. */
function judgedHtml(judged: RatingModel, contrasts: readonly Difference[], ofMain: readonly string[]): string {
	const title = `<h3>${escaped(judged.outcome)}: differences with judged scores held constant too</h3>`;
	if ("missing" in judged)
		return `<section class="table">${title}<p class="missing">${escaped(judged.missing)}</p></section>`;
	const body = contrasts
		.filter(({ model }) => model === judged.id)
		.map((row) => `<tr><th scope="row">${escaped(row.label)}</th>${cells(row, false)}</tr>`)
		.join("");
	const notes = judged.notes
		.filter((note) => !ofMain.includes(note))
		.map((note) => `<p class="missing">${escaped(note)}</p>`)
		.join("");
	return `<section class="table">${title}<p class="about">What is left of a difference at equal length, style and judged scores of the replies. These follow the arm, so this does not say what an arm does.</p><div class="scroll" tabindex="0" role="group"><table><thead><tr><th scope="col">Difference</th><th scope="col" class="number">Estimate</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">p</th></tr></thead><tbody>${body}</tbody></table></div><p class="about">${judged.n} values of ${judged.participants} participants, by <code>${escaped(judged.formula)}</code>.</p>${notes}</section>`;
}

function equalityText(test: { statistic?: number; df?: number; df2?: number; p: number }): string {
	const { statistic = 0, df = 0, df2, p } = test;
	const name = df2 === undefined ? `χ²(${numberText(df)})` : `F(${numberText(df)}, ${numberText(df2)})`;
	return `${name} = ${numberText(statistic)}, p ${p < 0.001 ? "< 0.001" : `= ${pText(p)}`}`;
}

function cells(row: Difference | undefined, isMain: boolean): string {
	const width = isMain ? 5 : 3;
	if (!row) return `<td colspan="${width}"></td>`;
	if ("missing" in row) return `<td class="missing" colspan="${width}">${escaped(row.missing)}</td>`;
	const adjusted = isMain ? [pText(row.holm ?? 1), pText(row.bh ?? 1)] : [];
	const texts = [numberText(row.estimate), intervalText(row), pText(row.p ?? 1), ...adjusted];
	return texts.map((text) => `<td class="number">${escaped(text)}</td>`).join("");
}
