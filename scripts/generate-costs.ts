import { readFile, writeFile } from "node:fs/promises";
import { withCosts } from "./costs/costs-page.ts";

const PAGE = "docs/explanation/costs.md";

/** Computes dollars from counted sessions and prices. A test fails if the page differs. */
await writeFile(PAGE, withCosts(await readFile(PAGE, "utf8")));
