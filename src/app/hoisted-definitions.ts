type Schema = { readonly $defs?: Readonly<Record<string, object>> };
type Document = { readonly components?: { readonly schemas?: Readonly<Record<string, object>> } };

const JSON_VALUE = "JsonValue";
const SELF = "#self";
/** It is every value that JSON can hold. Written as a recursive union, it would be a circular type for `openapi-typescript`. */
const ANY_JSON = { description: "Any JSON value." };

/** How Zod writes `z.json()`, with its reference to itself replaced. */
const WRITTEN_JSON = JSON.stringify({
	anyOf: [
		...["string", "number", "boolean", "null"].map((type) => ({ type })),
		{ type: "array", items: { $ref: SELF } },
		{ type: "object", propertyNames: { type: "string" }, additionalProperties: { $ref: SELF } },
	],
});

/**
 * Moves the `$defs` of components to components of their own, because generators of clients do not read them there. All
 * definitions of any JSON value become one component, `JsonValue`; another one is named after its owner.
 */
export function withHoistedDefinitions<D extends object>(document: D): D {
	const schemas = (document as Document).components?.schemas ?? {};
	const owners = Object.entries(schemas as Readonly<Record<string, Schema>>).filter(([, { $defs }]) => $defs);
	const hoisted: Record<string, object> = {};
	let text = JSON.stringify(document);
	for (const [owner, { $defs = {} }] of owners) {
		for (const [key, definition] of Object.entries($defs)) {
			const from = JSON.stringify(`#/components/schemas/${owner}/$defs/${key}`);
			const written = JSON.stringify(definition);
			const name = written.replaceAll(from, JSON.stringify(SELF)) === WRITTEN_JSON ? JSON_VALUE : `${owner}.${key}`;
			const to = JSON.stringify(`#/components/schemas/${name}`);
			hoisted[name] = name === JSON_VALUE ? ANY_JSON : JSON.parse(written.replaceAll(from, to));
			text = text.replaceAll(from, to);
		}
	}
	const moved = JSON.parse(text);
	if (owners.length === 0) return moved;
	for (const [owner] of owners) delete moved.components.schemas[owner].$defs;
	Object.assign(moved.components.schemas, hoisted);
	return moved;
}
