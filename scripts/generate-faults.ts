import { writeFileSync } from "node:fs";
import { faultsMarkdown } from "./faults-markdown.ts";

writeFileSync("docs/reference/faults.md", faultsMarkdown());
