import { describe, expect, it } from "vitest";
import protocolSchema from "../../../../../../docs/reference/protocol.schema.json";
import { descriptionOf, offeredProperties, offeredValues, type Schema, schemasAt } from "./schema.ts";

const root = protocolSchema as Schema;
const namesAt = (path: readonly (string | number)[], document: unknown, present: readonly string[] = []) =>
	offeredProperties(root, path, document, present).map(({ name }) => name);

describe("the properties that are offered", () => {
	it("are those of the protocol that are missing, required ones first", () => {
		const names = namesAt([], {}, ["slug"]);
		expect(names).not.toContain("slug");
		expect(names.slice(0, 3)).toContain("title");
		expect(names).toContain("blinding");
	});

	it("are those of the model's provider, once it is named", () => {
		const any = namesAt(["models", "one"], { models: { one: {} } });
		expect(any).toEqual(expect.arrayContaining(["provider", "character", "endpoint"]));
		const rehearsal = { models: { one: { provider: "rehearsal" } } };
		expect(namesAt(["models", "one"], rehearsal, ["provider"])).toEqual(["character", "stream"]);
	});

	it("follow lists and the kind of an item", () => {
		const forms = { about: { title: "A", items: [{ kind: "vas" }, { kind: "text" }] } };
		expect(namesAt(["forms", "about", "items", 0], { forms })).toContain("minLabel");
		expect(namesAt(["forms", "about", "items", 1], { forms })).not.toContain("minLabel");
		expect(namesAt(["forms", "about", "items", 1], { forms })).toContain("maxLength");
	});

	it("are none at a place that the schema does not know", () => {
		expect(namesAt(["nowhere", 3, "deeper"], {})).toEqual([]);
	});
});

describe("the values that are offered", () => {
	it("are those that the schema lists", () => {
		const layouts = schemasAt(root, ["conversations", 0, "layout"], { conversations: [{}] });
		expect(offeredValues(layouts)).toEqual(["single", "best-of", "side-by-side"]);
		const providers = schemasAt(root, ["models", "one", "provider"], { models: { one: {} } });
		expect(offeredValues(providers)).toEqual(expect.arrayContaining(["rehearsal", "openai-compatible"]));
	});

	it("include true and false for a boolean", () => {
		expect(offeredValues(schemasAt(root, ["recruitment", "onlyProfiles"], {}))).toEqual([true, false]);
	});
});

describe("the description of a field", () => {
	it("is the schema's own", () => {
		const [model] = schemasAt(root, ["models", "one"], { models: { one: { provider: "rehearsal" } } });
		expect(descriptionOf(root, model?.properties?.character ?? {})).toBe("What sets its replies apart.");
	});
});
