import { writeFileSync } from "node:fs";
import { startersSource } from "./starters-source.ts";

writeFileSync("src/export/package/starters.ts", startersSource());
