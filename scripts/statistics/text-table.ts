/** A cell of a table: text as it is, numbers with the digits that matter. */
export type Cell = string | number | null | undefined;

/** Rows under their headings, numbers aligned right. A shorter row ends in a remark, which widens no column. */
export function textTable(allHeadings: readonly string[], allRows: readonly (readonly Cell[])[]): string {
	const { headings, rows } = withoutEmptyColumns(allHeadings, allRows);
	const texts = [headings, ...rows.map((row) => row.map(cellText))];
	const whole = texts.filter((row) => row.length === headings.length);
	const widths = headings.map((_, column) => {
		const cells = column === 0 ? texts : whole;
		return Math.max(...cells.map((row) => (row[column] ?? "").length));
	});
	const isNumber = headings.map((_, column) => rows.some((row) => typeof row[column] === "number"));
	return texts
		.map((row) =>
			row
				.map((text, column) =>
					isNumber[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
				)
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

function withoutEmptyColumns(headings: readonly string[], rows: readonly (readonly Cell[])[]) {
	const isFilled = (column: number): boolean => column < 2 || rows.some((row) => (row[column] ?? null) !== null);
	const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, column) => isFilled(column));
	return { headings: keep(headings), rows: rows.map(keep) };
}

function cellText(cell: Cell): string {
	if (cell === null || cell === undefined) return "";
	return typeof cell === "number" ? numberCell(cell) : cell;
}

/** Five significant digits, but never fewer than the digits before the decimal point. */
export function numberCell(value: number): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(3);
	return size >= 1e4 ? value.toFixed(1) : String(Number(value.toPrecision(5)));
}

export const pText = (p: number | undefined): string => (p === undefined ? "" : p < 0.0001 ? "<0.0001" : p.toFixed(4));
