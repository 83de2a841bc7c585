import { writeFileSync } from "node:fs";
import { commandLineMarkdown } from "./command-line-markdown.ts";

writeFileSync("docs/reference/command-line.md", commandLineMarkdown());
