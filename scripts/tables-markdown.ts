import { globSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { migratedDatabase, migrationTexts } from "./migrated-database.ts";

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };

const HEAD = `# Tables and views

Written by \`npm run generate:tables\` from the migrations and the comments of \`src/db/tables\`. What belongs where, and what stands in
the Durable Objects, is in [Storage](storage.md).
`;

const TABLES = globSync("src/db/tables/*.ts");

/** The reference of D1, view by view and table by table. */
export function tablesMarkdown(): string {
	const database = migratedDatabase();
	const named = (type: "table" | "view") =>
		database
			.prepare("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
			.all(type)
			.map(({ name }) => String(name));
	const comments = commentsOf(TABLES.map((file) => readFileSync(file, "utf8")).join("\n"));
	const views = named("view").map((name) => section(name, viewComment(name), viewColumns(database, name)));
	const tables = named("table").map((name) =>
		section(name, comments.tables.get(name) ?? "", tableColumns(database, name, comments.columns)),
	);
	return [HEAD, "## Views\n", ...views, "## Tables\n", ...tables].join("\n");
}

const section = (name: string, comment: string, columns: string): string =>
	[`### ${name}\n`, ...(comment === "" ? [] : [`${comment}\n`]), `${columns}\n`].join("\n");

const columnsOf = (database: DatabaseSync, name: string): Column[] =>
	database
		.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?)`)
		.all(name)
		.map((row) => ({
			name: String(row.name),
			type: String(row.type),
			notnull: Number(row.notnull),
			pk: Number(row.pk),
		}));

const viewColumns = (database: DatabaseSync, name: string): string =>
	columnsOf(database, name)
		.map((column) => `\`${column.name}\``)
		.join(" · ");

function tableColumns(database: DatabaseSync, table: string, comments: ReadonlyMap<string, string>): string {
	const rows = columnsOf(database, table).map(({ name, type, notnull, pk }) => {
		const meaning = comments.get(`${table}.${name}`) ?? "";
		const facts = [type.toLowerCase(), pk > 0 ? "key" : notnull ? "" : "may be null"].filter((fact) => fact !== "");
		return `| \`${name}\` | ${facts.join(", ")} | ${meaning} |`;
	});
	return ["| column | type | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The comment above a view in its migration. For a view that was replaced, the last one. */
function viewComment(name: string): string {
	const pattern = new RegExp(`((?:^--(?!>).*\\n)+)CREATE VIEW [\`"]?${name}[\`"]? AS`, "gm");
	const found = migrationTexts().flatMap((text) => [...text.matchAll(pattern)]);
	return prose(found.at(-1)?.[1] ?? "", /^-- ?/);
}

type Comments = { readonly tables: ReadonlyMap<string, string>; readonly columns: ReadonlyMap<string, string> };

/** The comments of tables and columns, read from the schema's text, because they do not exist at run time. */
function commentsOf(schema: string): Comments {
	const tables = new Map<string, string>();
	const columns = new Map<string, string>();
	for (const [, comment = "", name = "", body = ""] of schema.matchAll(TABLE)) {
		tables.set(name, prose(comment, COMMENT));
		for (const [, above = "", property = "", given] of body.matchAll(COLUMN))
			columns.set(`${name}.${given ?? property}`, prose(above, COMMENT));
	}
	return { tables, columns };
}

const TABLE =
	/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export const \w+ = sqliteTable\(\s*"(\w+)",((?:(?!\nexport const |\n\/\*\*)[\s\S])*)/g;
const COLUMN = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+): \w+\((?:"(\w+)")?/g;
const COMMENT = /^\s*\*? ?/;

const prose = (comment: string, mark: RegExp): string =>
	comment
		.split("\n")
		.map((line) => line.replace(mark, "").trim())
		.filter((line) => line !== "")
		.join(" ");
