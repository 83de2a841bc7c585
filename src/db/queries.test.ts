import { getTableColumns, is } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { upsertQuery } from "./queries.ts";
import { keyOf, replacing } from "./replace-row.ts";
import * as answers from "./tables/answers.ts";
import * as conversations from "./tables/conversations.ts";
import * as participants from "./tables/participants.ts";
import * as sealed from "./tables/sealed.ts";
import * as sessions from "./tables/sessions.ts";

const db = drizzle({} as D1Database);
const tables = [answers, conversations, participants, sessions, sealed]
	.flatMap((each) => Object.values(each))
	.filter((each) => is(each, SQLiteTable));

const valueFor = ({ dataType, name }: SQLiteColumn): unknown =>
	({ boolean: true, number: 7, json: { some: [name, null, 1] } })[dataType as string] ?? `a ${name}`;

describe.each(tables.map((table) => [getTableConfig(table).name, table] as const))("an upsert into %s", (_, table) => {
	const columns = Object.entries(getTableColumns(table));
	const whole = Object.fromEntries(columns.map(([name, column]) => [name, valueFor(column)]));
	const least = Object.fromEntries(
		columns.filter(([, { notNull, hasDefault }]) => notNull && !hasDefault).map(([name]) => [name, whole[name]]),
	);
	const nulls = Object.fromEntries(columns.map(([name, { notNull }]) => [name, notNull ? whole[name] : null]));

	it.each([
		["of all columns", whole],
		["of those that must be given", least],
		["with nulls", nulls],
	])("writes what drizzle would write: a row %s", (_what, row) => {
		for (const same of [[], columns.slice(1, 2).map(([name]) => name)]) {
			const set = replacing(table, same);
			const built = db
				.insert(table)
				.values(row as never)
				.onConflictDoUpdate({ target: keyOf(table), set })
				.toSQL();
			const { sql, params } = upsertQuery(db, table, row, same);
			const givenIn = (text: string, values: readonly unknown[]) => {
				const [, list = ""] = /values \((.*?)\) on conflict/.exec(text) ?? [];
				let next = 0;
				return list.split(", ").map((each) => (each === "?" ? values[next++] : null));
			};
			expect(sql.replace(/values \(.*?\)/, "")).toBe(built.sql.replace(/values \(.*?\)/, ""));
			expect(givenIn(sql, params)).toEqual(givenIn(built.sql, built.params));
			expect(params).toHaveLength(columns.length);
		}
	});
});
