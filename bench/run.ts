import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { hotPaths } from "./hot-paths.ts";
import { profiledSteps } from "./live/profiled-steps.ts";
import { alone, live, peerVersions } from "./live/run.ts";
import { reports } from "./report.ts";
import { markdownOf, pageWith, type Section } from "./section.ts";

const USAGE = `What the platform costs, beside its peers and beside the least that could be done. A whole run takes an hour.

    npm run bench                       everything
    npm run bench -- streams            one part: streams, steps, session, many, exports, start, paths or reports

Prints each part, and writes it to docs/benchmarks.md.`;

const PARTS: Readonly<Record<string, () => Promise<Section[]>>> = {
	streams: () => live("streams"),
	steps: () => live("steps"),
	session: async () => [await profiledSteps()],
	many: () => alone("many"),
	exports: () => alone("exports"),
	start: () => alone("start"),
	paths: async () => [await hotPaths()],
	reports: async () => [reports()],
};
/** The parts that have peers' packages beside them. */
const PEERS = ["streams", "steps"];
const PAGE = "docs/benchmarks.md";

const [part, ...more] = process.argv.slice(2);
if (more.length > 0 || (part !== undefined && !(part in PARTS))) {
	const isHelp = part === "--help" || part === "-h";
	console.error(isHelp ? USAGE : `There is no part ${[part, ...more].join(" ")}.\n\n${USAGE}`);
	process.exit(isHelp ? 0 : 2);
}
for (const each of part ? [part] : Object.keys(PARTS)) await measure(each);

/** Writes each part as soon as it is measured: the whole takes an hour. */
async function measure(name: string): Promise<void> {
	const found = (await PARTS[name]?.()) ?? [];
	const on = await measuredOn(PEERS.includes(name));
	const sections = found.map((section) => ({ ...section, about: `${section.about} ${on}` }));
	for (const section of sections) console.log(`${markdownOf(section)}\n`);
	writeFileSync(PAGE, pageWith(readFileSync(PAGE, "utf8"), sections));
}

/** Sections are measured apart, on machines that differ. Times depend on the machine and its load, ratios less. */
async function measuredOn(withPeers: boolean): Promise<string> {
	const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
	const [cpu] = cpus();
	const machine = `${cpus().length} cores (${cpu?.model.trim()})`;
	const versions = `Node ${process.versions.node}, wrangler ${devDependencies.wrangler}`;
	const peers = withPeers ? `, ${await peerVersions()}` : "";
	const load = `load average of the machine at the end ${(loadavg()[0] ?? 0).toFixed(1)}`;
	return `Measured on ${new Date().toISOString().slice(0, "2026-01-01".length)}: ${machine}, ${versions}${peers}, ${load}.`;
}
