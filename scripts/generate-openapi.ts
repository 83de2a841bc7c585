import { mkdir, writeFile } from "node:fs/promises";
import { createApp } from "../src/app/app.ts";
import { openapiJson } from "../src/app/openapi.ts";
import { problemsMarkdown } from "../src/app/problem-docs.ts";

/** Writes the generated reference. A test fails if the committed one differs. */
await mkdir("docs/reference", { recursive: true });
await writeFile("docs/reference/openapi.json", openapiJson(createApp()));
await writeFile("docs/reference/problems.md", problemsMarkdown());
