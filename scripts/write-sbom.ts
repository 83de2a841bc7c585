import lock from "../package-lock.json" with { type: "json" };
import type { Lock } from "./dependencies/lock.ts";
import { sbomOf } from "./dependencies/sbom.ts";

/** `npm run -s sbom`: the deployed packages as CycloneDX. */
process.stdout.write(`${JSON.stringify(sbomOf(lock as Lock), null, "\t")}\n`);
