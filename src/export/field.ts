import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { describe, unitOf } from "./field-descriptions.ts";

/** A column of an export, as in a Frictionless Table Schema. */
export type Field = {
	readonly name: string;
	readonly type: "string" | "integer" | "number" | "boolean" | "datetime" | "object" | "array" | "any";
	readonly description: string;
	/** The unit of its numbers. */
	readonly unit?: string;
};

/** The columns of an export by their exported names, in order. */
export type Selection = Readonly<Record<string, SQLiteColumn>>;

export const fieldsOf = (selection: Selection): Field[] =>
	Object.entries(selection).map(([name, column]) => field(name, typeOf(name, column)));

export function field(name: string, type: Field["type"]): Field {
	const unit = unitOf(name);
	return { name, type, description: describe(name), ...(unit && { unit }) };
}

const JSON_TYPES: Readonly<Record<string, Field["type"]>> = { value: "any", history: "array" };

/** Derives the type from the D1 column. For JSON columns it depends on the name. */
function typeOf(name: string, column: SQLiteColumn): Field["type"] {
	if (column.dataType === "json") return JSON_TYPES[name] ?? "object";
	if (column.dataType === "boolean") return "boolean";
	if (column.dataType === "number") return column.columnType === "SQLiteInteger" ? "integer" : "number";
	return name.endsWith("_at") ? "datetime" : "string";
}
