import type { Fault } from "../../shared/problem.ts";
import { schemaAt } from "../schema/schema-lookup.ts";
import { didYouMean } from "../validate/faults/nearest.ts";

/** With more faults, suggestions help nobody, and each is a lookup in the schema. */
const MOST = 50;

/** Adds the probable name to faults about misspelt fields or values. */
export const withSuggestions = (faults: readonly Fault[], input: unknown): Fault[] =>
	faults.map((fault, index) => (index < MOST ? { ...fault, detail: fault.detail + suggestion(fault, input) } : fault));

function suggestion({ pointer, detail }: Fault, input: unknown): string {
	const path = pathOf(pointer, input);
	if (detail.startsWith("There is no such field")) {
		const field = String(path.at(-1));
		const place = path.slice(0, -1);
		const used = Object.keys(Object(valueAt(input, place)));
		return didYouMean(
			field,
			schemaAt(place).fields.filter((name) => !used.includes(name)),
		);
	}
	const value = valueAt(input, path);
	return typeof value === "string" ? didYouMean(value, schemaAt(path).values) : "";
}

/** The schema's path: list positions become numbers. */
function pathOf(pointer: string, input: unknown): PropertyKey[] {
	const parts = pointer
		.split("/")
		.slice(1)
		.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
	let value = input;
	return parts.map((part) => {
		const key = Array.isArray(value) ? Number(part) : part;
		value = childOf(value, key);
		return key;
	});
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown => path.reduce(childOf, input);

const childOf = (value: unknown, key: PropertyKey): unknown =>
	typeof value === "object" && value !== null && Object.hasOwn(value, key)
		? (value as Readonly<Record<PropertyKey, unknown>>)[key]
		: undefined;
