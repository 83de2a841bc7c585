import { readFile, writeFile } from "node:fs/promises";
import { judged, labelledSentences, withMeasured } from "./self-identification-measured.ts";

const PAGE = "docs/explanation/self-identification.md";

/** Measures the rules on the labelled sentences. A test fails if the page differs. */
await writeFile(PAGE, withMeasured(await readFile(PAGE, "utf8"), labelledSentences().map(judged)));
