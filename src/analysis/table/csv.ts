import { parse } from "csv-parse/sync";
import { err, ok, type Result } from "../../shared/result.ts";
import { columnOf, type Table } from "./table.ts";

/** A table from the text of a CSV file with a header. The header decides between commas, semicolons and tabs. */
export function readCsv(text: string): Result<Table, string> {
	const records = recordsOf(text);
	if (!records.ok) return records;
	const [header, ...rows] = records.value;
	if (!header) return err("The file is empty. It needs a header and at least one row.");
	const names = header.map((name) => name.trim());
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) return err(`The column "${twice}" occurs twice in the header.`);
	if (rows.length === 0) return err("The file has a header and no rows.");
	return ok({
		rows: rows.length,
		columns: new Map(names.map((name, index) => [name, columnOf(rows.map((row) => row[index] ?? ""))])),
	});
}

function recordsOf(text: string): Result<string[][], string> {
	const header = text.slice(0, text.search(/\r?\n|$/));
	const delimiter =
		[",", ";", "\t"].sort((one, other) => header.split(other).length - header.split(one).length)[0] ?? ",";
	try {
		return ok(parse(text, { bom: true, delimiter, skip_empty_lines: true }));
	} catch (error) {
		// The message of csv-parse only says where the file is malformed.
		return err(`The file is not valid CSV: ${error instanceof Error ? error.message : "it cannot be read"}`);
	}
}
