import { FORMATS, TABLES } from "../src/export/catalogue.ts";
import type { Table } from "../src/export/table.ts";

const HEAD = `# Exports

Written by \`npm run generate:exports\` from \`src/export\`. \`GET /v1/studies/{study}/exports/{name}.{${FORMATS.join("|")}}\` gives each table,
and \`GET /v1/studies/{study}/exports/datapackage.json\` describes all of them, with row counts and hashes. The scope is \`data:read\`.
\`?pool=live\` limits a table that has pools to one pool, \`?status=completed\` a table of sessions to one status. Texts are exact in every format.
For spreadsheets, CSV has \`?formulas=guard\` (an apostrophe before what would run as a formula) and \`?bom=true\`. A column has the same meaning in each table. An empty cell is a missing value.
Training sets are other files: [Training exports](exports-training.md).
`;

/** The reference of the exported tables, column by column. */
export const exportsMarkdown = (): string => [HEAD, ...TABLES.map(section)].join("\n");

const section = ({ name, title, byPool, fields }: Table): string =>
	[
		`## ${name}\n`,
		`${title}.${byPool ? "" : " It has no pools."}\n`,
		"| Column | Type | Meaning |",
		"|---|---|---|",
		...fields.map((field) => `| \`${field.name}\` | ${field.type} | ${field.description} |`),
		"",
	].join("\n");
