import { writeFileSync } from "node:fs";
import { LANGUAGES } from "../src/self-identification/rules/every-language.ts";

/** How models name themselves in each language, as a static asset of the Worker. */
writeFileSync("public/self-identification.json", `${JSON.stringify(LANGUAGES, null, "\t")}\n`);
