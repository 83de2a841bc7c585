import lock from "../../package-lock.json" with { type: "json" };
import { componentsOf, type Lock } from "./lock.ts";

export function dependenciesMarkdown(): string {
	const rows = componentsOf(lock as Lock)
		.filter(({ isDeployed }) => isDeployed)
		.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? "none stated"} |`);
	return `${[
		"# Dependencies",
		"`npm run generate:dependencies` writes this page from the lock file. It lists the packages that are deployed with the Worker or that scripts run on its data, with their own dependencies. Why we chose each direct dependency: [Dependencies in CONTRIBUTING](../../CONTRIBUTING.md#dependencies).",
		"`npm run check-dependencies` checks licences, hashes and known vulnerabilities. `npm run -s sbom > sbom.json` writes the same list for programs, as CycloneDX.",
		["| package | version | licence |", "| --- | --- | --- |", ...new Set(rows)].join("\n"),
	].join("\n\n")}\n`;
}
