import fc from "fast-check";

type Schema = { readonly [keyword: string]: unknown };

const DEEPEST = 4;

/** Values of a JSON Schema with the keywords that zod writes. For other keywords, any JSON. */
export function valuesOf(schema: unknown, document: unknown, depth = 0): fc.Arbitrary<unknown> {
	if (typeof schema !== "object" || schema === null) return fc.jsonValue({ maxDepth: 1 });
	const known = schema as Schema;
	if (typeof known.$ref === "string") return valuesOf(resolved(known.$ref, document), document, depth);
	if ("const" in known) return fc.constant(known.const);
	if (Array.isArray(known.enum)) return fc.constantFrom(...known.enum);
	const either = known.anyOf ?? known.oneOf;
	if (Array.isArray(either)) return fc.oneof(...either.map((one) => valuesOf(one, document, depth)));
	const type = Array.isArray(known.type) ? known.type : [known.type];
	return fc.oneof(...type.map((each) => ofType(each, known, document, depth)));
}

/** Follows a pointer of the document. Undefined if nothing is there. */
export function resolved(pointer: string, document: unknown): unknown {
	const names = pointer.replace(/^#\/?/, "").split("/").filter(Boolean);
	return names.reduce<unknown>((at, name) => {
		const unescaped = decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
		return typeof at === "object" && at !== null ? (at as Schema)[unescaped] : undefined;
	}, document);
}

function ofType(type: unknown, schema: Schema, document: unknown, depth: number): fc.Arbitrary<unknown> {
	switch (type) {
		case "string":
			return textOf(schema);
		case "integer":
			return fc.integer({ min: boundOf(schema, "minimum", -5), max: boundOf(schema, "maximum", 500) });
		case "number":
			return fc.double({ min: boundOf(schema, "minimum", -5), max: boundOf(schema, "maximum", 500), noNaN: true });
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		case "array": {
			const minLength = Number(schema.minItems ?? 0);
			const maxLength = depth < DEEPEST ? Math.max(minLength, Math.min(Number(schema.maxItems ?? 3), 3)) : minLength;
			if (maxLength === 0) return fc.constant([]);
			return fc.array(valuesOf(schema.items, document, depth + 1), { minLength, maxLength });
		}
		case "object":
			return objectOf(schema, document, depth);
		default:
			return fc.jsonValue({ maxDepth: 1 });
	}
}

function boundOf(schema: Schema, name: "minimum" | "maximum", otherwise: number): number {
	const bound = Number(schema[name] ?? otherwise);
	// Without its opposite, a bound may lie beyond our own.
	if (name === "maximum") return Math.min(bound, Math.max(otherwise, Number(schema.minimum ?? 0) + 10));
	return Math.max(bound, Math.min(otherwise, Number(schema.maximum ?? 0)));
}

function textOf({ pattern, minLength, maxLength }: Schema): fc.Arbitrary<string> {
	if (typeof pattern === "string") {
		try {
			return fc.stringMatching(new RegExp(pattern));
		} catch {
			// If no text can be made of the pattern, any text.
		}
	}
	const min = Number(minLength ?? 0);
	return fc.string({ minLength: min, maxLength: Math.max(min, Math.min(Number(maxLength ?? 30), 30)) });
}

function objectOf(schema: Schema, document: unknown, depth: number): fc.Arbitrary<unknown> {
	const properties = Object.entries((schema.properties ?? {}) as Schema);
	const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
	const kept = properties.filter(([name]) => depth < DEEPEST || required.includes(name));
	const named = fc.record(
		Object.fromEntries(kept.map(([name, value]) => [name, valuesOf(value, document, depth + 1)])),
		{ requiredKeys: required.filter((name) => kept.some(([known]) => known === name)), noNullPrototype: true },
	);
	const { additionalProperties: more } = schema;
	if (typeof more !== "object" || more === null || depth >= DEEPEST) return named;
	const others = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), valuesOf(more, document, depth + 1), {
		maxKeys: 3,
		noNullPrototype: true,
	});
	return fc.tuple(named, others).map(([one, other]) => ({ ...other, ...(one as object) }));
}
