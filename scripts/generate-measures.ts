import { writeFileSync } from "node:fs";
import { measuresMarkdown } from "./measures-markdown.ts";

writeFileSync("docs/reference/measures.md", measuresMarkdown());
