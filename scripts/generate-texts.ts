import { writeFileSync } from "node:fs";
import { textsMarkdown } from "./texts-markdown.ts";

writeFileSync("docs/reference/texts.md", textsMarkdown());
