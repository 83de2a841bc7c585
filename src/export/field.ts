import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { describe } from "./codebook.ts";

/** A column of an export, as Frictionless Table Schema describes one. */
export type Field = {
	readonly name: string;
	readonly type: "string" | "integer" | "number" | "boolean" | "datetime" | "object" | "array" | "any";
	readonly description: string;
};

/** The columns of an export by the names that they have there, in order. */
export type Selection = Readonly<Record<string, SQLiteColumn>>;

export const fieldsOf = (selection: Selection): Field[] =>
	Object.entries(selection).map(([name, column]) => field(name, typeOf(name, column)));

export const field = (name: string, type: Field["type"]): Field => ({ name, type, description: describe(name) });

const JSON_TYPES: Readonly<Record<string, Field["type"]>> = { value: "any", history: "array" };

/** From the column of D1; only what JSON columns hold does the name have to tell. */
function typeOf(name: string, column: SQLiteColumn): Field["type"] {
	if (column.dataType === "json") return JSON_TYPES[name] ?? "object";
	if (column.dataType === "boolean") return "boolean";
	if (column.dataType === "number") return column.columnType === "SQLiteInteger" ? "integer" : "number";
	return name.endsWith("_at") ? "datetime" : "string";
}
