import { readFile, writeFile } from "node:fs/promises";
import { withDrawings } from "./architecture/drawings.ts";

const PAGE = "docs/explanation/architecture.md";

/** Draws the rooms from the real imports. A test fails if the page differs. */
await writeFile(PAGE, withDrawings(await readFile(PAGE, "utf8")));
