/** The part of JSON Schema that the protocol's schema uses. */
export type Schema = {
	readonly type?: string | readonly string[];
	readonly description?: string;
	readonly default?: unknown;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, Schema>>;
};

export type Path = readonly (string | number)[];

export type Offered = {
	readonly name: string;
	readonly required: boolean;
	readonly description: string | undefined;
	readonly schemas: readonly Schema[];
};

const DEFS = "#/$defs/";

/** All schemas that a value may match, without references and alternatives. */
function alternatives(root: Schema, schema: Schema): readonly Schema[] {
	if (schema.$ref === "#") return alternatives(root, root);
	if (schema.$ref?.startsWith(DEFS)) {
		const found = root.$defs?.[schema.$ref.slice(DEFS.length)];
		return found ? alternatives(root, found) : [];
	}
	const { anyOf, oneOf, allOf, ...own } = schema;
	const nested = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])];
	const isEmpty = own.type === undefined && own.const === undefined && own.enum === undefined && !own.properties;
	return [...(nested.length > 0 && isEmpty ? [] : [own]), ...nested.flatMap((each) => alternatives(root, each))];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether the value's own constants, such as `"provider": "openai"`, belong to this alternative. */
function agrees({ properties = {} }: Schema, value: unknown): boolean {
	if (!isRecord(value)) return true;
	return Object.entries(properties).every(([name, schema]) => {
		const given = value[name];
		if (given === undefined || given === "") return true;
		if (schema.const !== undefined) return schema.const === given;
		return true;
	});
}

/** The schemas of the value at this place, given the document so far. */
export function schemasAt(root: Schema, path: Path, document: unknown): readonly Schema[] {
	let found = alternatives(root, root);
	let value = document;
	for (const step of path) {
		const fitting = found.filter((schema) => agrees(schema, value));
		found = fitting.flatMap((schema) => alternativesBelow(root, schema, step));
		value =
			isRecord(value) || Array.isArray(value) ? (value as Readonly<Record<string | number, unknown>>)[step] : undefined;
	}
	return found.filter((schema) => agrees(schema, value));
}

function alternativesBelow(root: Schema, { properties, additionalProperties, items }: Schema, step: string | number) {
	const below =
		typeof step === "number"
			? items
			: (properties?.[step] ?? (typeof additionalProperties === "object" ? additionalProperties : undefined));
	return below ? alternatives(root, below) : [];
}

/** The properties that the object at this place may have and lacks. Required ones come first. */
export function offeredProperties(root: Schema, path: Path, document: unknown, present: readonly string[]): Offered[] {
	const offered = new Map<string, Offered>();
	for (const { properties = {}, required = [] } of schemasAt(root, path, document)) {
		for (const [name, schema] of Object.entries(properties)) {
			if (present.includes(name)) continue;
			const known = offered.get(name);
			const description = known?.description ?? descriptionOf(root, schema);
			const schemas = [...(known?.schemas ?? []), ...alternatives(root, schema)];
			const isRequired = known?.required !== false && required.includes(name);
			offered.set(name, { name, required: isRequired, description, schemas });
		}
	}
	return [...offered.values()].sort((one, other) => Number(other.required) - Number(one.required));
}

/** The values that the schema lists for this place. */
export function offeredValues(schemas: readonly Schema[]): readonly unknown[] {
	const values = schemas.flatMap((schema) => [
		...(schema.const === undefined ? [] : [schema.const]),
		...(schema.enum ?? []),
		...(schema.type === "boolean" ? [true, false] : []),
		...(schema.default === undefined ? [] : [schema.default]),
	]);
	return values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index);
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A readable type: `text`, `one of 3`, `object`. */
export function typeName(schemas: readonly Schema[]): string {
	const names = schemas.map(({ type, const: only, enum: some }) => {
		if (only !== undefined) return JSON.stringify(only);
		if (some) return `one of ${some.length}`;
		return type === "string" ? "text" : String(type ?? "any");
	});
	return [...new Set(names)].slice(0, 3).join(" | ");
}

export const descriptionOf = (root: Schema, schema: Schema): string | undefined =>
	schema.description ?? alternatives(root, schema).find(({ description }) => description)?.description;
