/** A table in plain text. Numbers are aligned right. */
export function table(
	head: readonly string[],
	rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
	const cells = [
		head,
		...rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? "–" : String(cell)))),
	];
	const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
	const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
			.join("  ")
			.trimEnd();
	return rows.length === 0 ? "None." : cells.map(line).join("\n");
}

export const pairs = (entries: Readonly<Record<string, unknown>>): string => {
	const names = Object.keys(entries);
	const width = Math.max(...names.map((name) => name.length));
	return names.map((name) => `${name.padEnd(width)}  ${shown(entries[name])}`).join("\n");
};

function shown(value: unknown): string {
	if (value === null || value === undefined) return "–";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
