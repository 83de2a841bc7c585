import { writeFileSync } from "node:fs";
import { TOPICS } from "../src/models/rehearsal/topics.ts";

/** What the rehearsal model can talk about, as the Worker reads it from its static assets. */
writeFileSync("public/rehearsal.json", `${JSON.stringify(TOPICS, null, "\t")}\n`);
