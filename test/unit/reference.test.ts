import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { textsMarkdown } from "../../scripts/texts-markdown.ts";
import { createApp } from "../../src/app/app.ts";
import { openapiJson } from "../../src/app/openapi.ts";
import { problemsMarkdown } from "../../src/app/problem-docs.ts";
import { LOAD_PY, LOAD_R } from "../../src/export/package/starters.ts";

/** Tests run in the repository's root. */
const committed = (name: string) => readFileSync(`docs/reference/${name}`, "utf8");

/** `npm run generate:openapi` brings them back into step. */
it("has the OpenAPI document of this code", () => {
	expect(committed("openapi.json")).toBe(openapiJson(createApp()));
});

it("has the texts of this code", () => {
	expect(committed("texts.md")).toBe(textsMarkdown());
});

it("has the list of problems of this code", () => {
	expect(committed("problems.md")).toBe(problemsMarkdown());
});

it("packs the starter scripts of clients/: npm run generate:starters", () => {
	expect(LOAD_PY).toBe(readFileSync("clients/python/load_package.py", "utf8"));
	expect(LOAD_R).toBe(readFileSync("clients/r/load_package.R", "utf8"));
});
