import { writeFileSync } from "node:fs";
import { dependenciesMarkdown } from "./dependencies/markdown.ts";

writeFileSync("docs/reference/dependencies.md", dependenciesMarkdown());
