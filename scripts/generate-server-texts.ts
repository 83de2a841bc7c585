import { writeFileSync } from "node:fs";
import { SERVER_TEXTS } from "../src/texts/every-server-text.ts";

/** What the server says in other languages than English, as a static file of the Worker. */
const { en: _, ...others } = SERVER_TEXTS;
writeFileSync("public/server-texts.json", `${JSON.stringify(others, null, "\t")}\n`);
