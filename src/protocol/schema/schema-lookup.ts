import { z } from "zod";
import { protocolSchema } from "./schema.ts";

/**
 * The names of fields and the values that the schema knows at one place. Only for suggestions: a union gives those of
 * all its members.
 */
export function schemaAt(path: readonly PropertyKey[]): {
	readonly fields: readonly string[];
	readonly values: readonly string[];
} {
	const schemas = path.reduce<unknown[]>(
		(reached, part) => reached.flatMap((schema) => members(inner(schema, part))),
		members(protocolSchema),
	);
	return { fields: schemas.flatMap(fieldsOf), values: schemas.flatMap(valuesOf) };
}

/** The schema of one field, or of one place in a list. */
function inner(schema: unknown, part: PropertyKey): unknown {
	if (schema instanceof z.ZodObject) return schema.shape[String(part)] ?? schema._zod.def.catchall;
	if (typeof part === "number") return schema instanceof z.ZodArray ? schema.element : undefined;
	return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

/** What a value may be, without the schemas around it that only say that it is optional, or has a default. */
function members(schema: unknown): unknown[] {
	if (schema instanceof z.ZodUnion) return schema.options.flatMap(members);
	if (schema instanceof z.ZodIntersection) return [schema._zod.def.left, schema._zod.def.right].flatMap(members);
	if (schema instanceof z.ZodPipe) return members(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
	if (schema instanceof z.ZodLazy || WRAPPERS.some((wrapper) => schema instanceof wrapper))
		return members((schema as z.ZodLazy | z.ZodOptional).unwrap());
	return schema === undefined ? [] : [schema];
}

const WRAPPERS = [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault, z.ZodReadonly, z.ZodNonOptional] as const;

const fieldsOf = (schema: unknown): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

function valuesOf(schema: unknown): string[] {
	const values: readonly unknown[] =
		schema instanceof z.ZodLiteral ? [...schema.values] : schema instanceof z.ZodEnum ? schema.options : [];
	return values.filter((value) => typeof value === "string");
}
