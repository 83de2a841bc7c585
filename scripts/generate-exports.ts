import { writeFileSync } from "node:fs";
import { exportsMarkdown } from "./exports-markdown.ts";

writeFileSync("docs/reference/exports.md", exportsMarkdown());
