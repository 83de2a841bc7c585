import { writeFileSync } from "node:fs";
import { RULES_FILE } from "./self-identification-file.ts";

/** How models name themselves in each language, and the entities of HTML that may hide a name, as a static asset of the Worker. */
writeFileSync("public/self-identification.json", `${JSON.stringify(RULES_FILE, null, "\t")}\n`);
