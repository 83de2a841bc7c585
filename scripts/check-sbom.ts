import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { sbomFaults } from "./dependencies/sbom-faults.ts";

/** `npm run check-sbom`: what `npm run -s sbom` writes is JSON and lists the packages of docs/reference/dependencies.md. */
const sbom = execFileSync("npm", ["run", "--silent", "sbom"], { encoding: "utf8" });
const faults = sbomFaults(sbom, readFileSync("docs/reference/dependencies.md", "utf8"));
for (const fault of faults) console.error(fault);
console.log(`The SBOM has ${JSON.parse(sbom).components.length} packages: ${faults.length} faults.`);
process.exitCode = faults.length > 0 ? 1 : 0;
