import { escapeUTF8 as escaped } from "entities/escape";
import type { Difference } from "../ratings/rating-model.ts";
import type { Report } from "../report-data.ts";
import { intervalText, numberText, pText } from "./format.ts";

/** For each outcome, the contrasts with and without length and style, side by side: what is left once they are held constant. */
export function contrastHtml({ ratings: { models, contrasts } }: Report): string {
	const mains = models.filter(({ kind }) => kind === "main");
	return mains
		.map((main) => {
			const adjusted = models.find(({ outcome, kind }) => outcome === main.outcome && kind === "with length and style");
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
			const notes = [...main.notes, ...(adjusted?.notes ?? [])]
				.map((note) => `<p class="missing">${escaped(note)}</p>`)
				.join("");
			return `<section class="table"><h3>${escaped(main.outcome)}: differences between arms</h3>${equality}<div class="scroll" tabindex="0" role="group"><table><thead><tr><th scope="col" rowspan="2">Difference</th><th scope="colgroup" colspan="5">Without length and style</th><th scope="colgroup" colspan="3">With length and style</th></tr><tr><th scope="col" class="number">Estimate</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">p</th><th scope="col" class="number">Holm</th><th scope="col" class="number">BH</th><th scope="col" class="number">Estimate</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">p</th></tr></thead><tbody>${body.join("")}</tbody></table></div><p class="about">${main.n} ratings of ${main.participants} participants. ${escaped(main.method)}.</p>${reason}${notes}</section>`;
		})
		.join("");
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
