import { describe, expect, it } from "vitest";
import { z } from "zod";
import { withHoistedDefinitions } from "./hoisted-definitions.ts";

const reference = (to: string) => ({ $ref: `#/components/schemas/${to}` });
const jsonIn = (owner: string) => {
	const { $schema: _, ...schema } = z.toJSONSchema(z.object({ any: z.json() }), { io: "input" });
	return JSON.parse(JSON.stringify(schema).replaceAll("#/$defs/", `#/components/schemas/${owner}/$defs/`));
};

describe("definitions inside of components", () => {
	it("of any JSON value become one component, which takes any", () => {
		const { schemas } = withHoistedDefinitions({
			components: { schemas: { One: jsonIn("One"), Two: jsonIn("Two") } },
		}).components;
		expect(Object.keys(schemas)).toEqual(["One", "Two", "JsonValue"]);
		expect(schemas.One).toEqual({ type: "object", properties: { any: reference("JsonValue") }, required: ["any"] });
		expect(schemas).toMatchObject({ JsonValue: { description: "Any JSON value." } });
		expect(JSON.stringify(schemas)).not.toContain("$defs");
	});

	it("of other values are named after their owner, also where others refer to them", () => {
		const Tree = { $ref: "#/components/schemas/Tree/$defs/node", $defs: { node: { type: "string" } } };
		const document = { components: { schemas: { Tree, Leaf: reference("Tree/$defs/node") } } };
		expect(withHoistedDefinitions(document).components.schemas).toEqual({
			Tree: reference("Tree.node"),
			Leaf: reference("Tree.node"),
			"Tree.node": { type: "string" },
		});
	});

	it("that are not there change nothing", () =>
		expect(withHoistedDefinitions({ openapi: "3.1.0", paths: {} })).toEqual({ openapi: "3.1.0", paths: {} }));
});
