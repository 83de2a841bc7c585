/** One section of docs/benchmarks.md, under its own title. It is also printed. */
export type Section = {
	readonly title: string;
	/** What was measured, and how to read it. */
	readonly about: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

export type Spread = { readonly median: number; readonly least: number; readonly most: number };

export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const spreadOf = (values: readonly number[]): Spread => ({
	median: quantile(values, 0.5),
	least: quantile(values, 0),
	most: quantile(values, 1),
});

export const spreadText = ({ median, least, most }: Spread, digits = 2): string =>
	`${median.toFixed(digits)} (${least.toFixed(digits)} … ${most.toFixed(digits)})`;

export function markdownOf({ title, about, columns, rows }: Section): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [`## ${title}`, about, [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n")].join(
		"\n\n",
	);
}

/** The page with these sections in place of those of the same titles. New ones come last. */
export function pageWith(page: string, sections: readonly Section[]): string {
	const [intro = "", ...before] = page.split(/^(?=## )/m).map((part) => part.trim());
	const titleOf = (part: string) => part.split("\n")[0] ?? "";
	const parts = new Map(before.map((part) => [titleOf(part), part]));
	for (const section of sections) parts.set(titleOf(markdownOf(section)), markdownOf(section));
	return `${[intro, ...parts.values()].join("\n\n")}\n`;
}
