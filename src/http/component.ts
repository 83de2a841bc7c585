import { z } from "@hono/zod-openapi";

/**
 * A schema as a named component of the OpenAPI document, written by zod itself: the document's generator does not end on the
 * recursion of `z.json()`. As it is sent: a field with a default need not be there. Its definitions are then found from the document's root.
 */
export function asComponent<S extends z.ZodType>(name: string, schema: S): S {
	const { $schema: _, ...written } = z.toJSONSchema(schema, { io: "input" });
	const text = JSON.stringify(written).replaceAll("#/$defs/", `#/components/schemas/${name}/$defs/`);
	return schema.openapi(name, { type: "object", ...JSON.parse(text) });
}
