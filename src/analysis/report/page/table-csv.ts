import { stringify } from "csv-stringify/sync";
import { ESTIMATE_COLUMNS, type ReportTable } from "./tables/report-table.ts";

/** A table as CSV with all its columns. Texts that a spreadsheet would run as a formula get an apostrophe, as in the exports. */
export function tableCsv({ keys, rows }: ReportTable): string {
	const present = new Set(rows.flatMap((row) => Object.keys(row)));
	const first = keys.map(([name]) => name);
	const known = ESTIMATE_COLUMNS.filter((name) => present.has(name));
	const others = [...present].filter((name) => !first.includes(name) && !known.includes(name)).sort();
	const columns = [...first, ...others, ...known];
	return stringify([...rows], {
		header: true,
		columns,
		record_delimiter: "\r\n",
		escape_formulas: true,
		cast: { boolean: String },
	});
}
