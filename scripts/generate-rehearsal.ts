import { writeFileSync } from "node:fs";
import { LIBRARY } from "../src/models/rehearsal/whole-library.ts";

/** What the rehearsal model can say, as a static asset of the Worker. */
writeFileSync("public/rehearsal.json", `${JSON.stringify(LIBRARY, null, "\t")}\n`);
