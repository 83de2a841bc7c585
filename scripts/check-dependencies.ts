import { spawnSync } from "node:child_process";
import lock from "../package-lock.json" with { type: "json" };
import { auditVerdict } from "./dependencies/audit.ts";
import { faultsOf } from "./dependencies/licences.ts";
import { componentsOf, type Lock } from "./dependencies/lock.ts";

/** `npm run check-dependencies`: licences and hashes of all packages, and known vulnerabilities of those that are deployed. */
const components = componentsOf(lock as Lock);
const faults = components.flatMap(faultsOf);
for (const fault of faults) console.error(fault);
const deployed = components.filter(({ isDeployed }) => isDeployed).length;
console.log(
	`${components.length} packages, ${deployed} of them deployed: ${faults.length} faults of licences and hashes.`,
);

const { stdout } = spawnSync("npm", ["audit", "--json", "--omit", "dev"], { encoding: "utf8" });
const { kind, says } = auditVerdict(stdout);
console.log(kind === "failed" ? `${says} Run "npm audit --omit dev" to see them.` : says);
// Unknown passes: see auditVerdict.
process.exitCode = faults.length > 0 || kind === "failed" ? 1 : 0;
