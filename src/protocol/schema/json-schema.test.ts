import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { protocolJsonSchema, protocolSchemaText } from "./json-schema.ts";

/** Every name of a field that stands anywhere in a JSON Schema. */
function fieldNames(schema: unknown): string[] {
	if (schema === null || typeof schema !== "object") return [];
	return Object.entries(schema).flatMap(([key, inner]) => [
		...(key === "properties" && inner !== null && typeof inner === "object" ? Object.keys(inner) : []),
		...fieldNames(inner),
	]);
}

/** Every value that an enumeration or a constant of the schema allows. */
function words(schema: unknown): string[] {
	if (schema === null || typeof schema !== "object") return [];
	return Object.entries(schema).flatMap(([key, inner]) => {
		if (key === "const" && typeof inner === "string") return [inner];
		if (key === "enum" && Array.isArray(inner)) return inner.filter((one) => typeof one === "string");
		return words(inner);
	});
}

describe("the JSON Schema", () => {
	const schema = protocolJsonSchema();

	it("is the one in docs/reference: run npm run generate:schema", () => {
		expect(readFileSync("docs/reference/protocol.schema.json", "utf8")).toBe(protocolSchemaText());
	});

	it("requires only fields without a default, and allows no unknown field", () => {
		expect(schema).toMatchObject({
			$schema: "https://json-schema.org/draft/2020-12/schema",
			required: ["slug", "title", "models", "arms", "design", "conversations", "consent", "flow"],
			additionalProperties: false,
		});
	});

	const reference = readFileSync("docs/reference/protocol.md", "utf8");
	it.each([...new Set(fieldNames(schema))])("has its field %s in the reference", (name) =>
		expect(reference).toContain(`\`${name}\``),
	);
	it.each([...new Set(words(schema))])("has its value %s in the reference", (word) =>
		expect(reference).toContain(`\`${word}\``),
	);
});
