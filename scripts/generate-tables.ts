import { writeFile } from "node:fs/promises";
import { tablesMarkdown } from "./tables-markdown.ts";

/** Writes the reference of D1. A test fails if the committed one differs. */
await writeFile("docs/reference/tables.md", tablesMarkdown());
