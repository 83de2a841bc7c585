import { readFile } from "node:fs/promises";
import { expect, inject, it } from "vitest";
import { PROBLEM_DOCS } from "../../src/app/problem-docs.ts";

/** The deployed Worker is built without its documentation, and reads it from static files. */
const served = async (path: string) => await fetch(inject("browserRun").origin + path);

it.each([
	["/openapi.json", "openapi.json"],
	["/schemas/protocol.json", "protocol.schema.json"],
])("serves the document of %s as it is in docs/reference", async (path, file) => {
	const committed: unknown = JSON.parse(await readFile(`docs/reference/${file}`, "utf8"));
	expect(await (await served(path)).json()).toEqual(committed);
});

it("lists the operations on a page", async () => {
	expect(await (await served("/docs")).text()).toContain("/v1/studies/{study}/open");
});

it("says on a page what a problem means", async () => {
	expect(await (await served("/problems/erased")).text()).toContain(PROBLEM_DOCS.erased.slice(0, 40));
	expect((await served("/problems/constructor")).status).toBe(404);
});
