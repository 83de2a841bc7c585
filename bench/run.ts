import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { hotPaths } from "./hot-paths.ts";
import { alone, live, peerVersions } from "./live/run.ts";
import { reports } from "./report.ts";
import { markdownOf, type Section } from "./section.ts";

const USAGE = `What the platform costs, beside its peers and beside the least that could be done. A whole run takes an hour.

    npm run bench                       everything, and writes docs/benchmarks.md
    npm run bench -- streams            one part: paths, streams, steps, many, exports, start or reports`;

const PARTS: Readonly<Record<string, () => Promise<Section[]>>> = {
	streams: () => live("streams"),
	steps: () => live("steps"),
	many: () => alone("many"),
	exports: () => alone("exports"),
	start: () => alone("start"),
	paths: async () => [await hotPaths()],
	reports: async () => [reports()],
};
const PAGE = "docs/benchmarks.md";

const [part, ...more] = process.argv.slice(2);
if (more.length > 0 || (part !== undefined && !(part in PARTS))) {
	console.error(USAGE);
	process.exit(2);
}
if (part) await measure([part]);
else writeFileSync(PAGE, pageOf(await measure(Object.keys(PARTS)), await peerVersions()));

async function measure(parts: readonly string[]): Promise<Section[]> {
	const sections: Section[] = [];
	for (const each of parts) {
		const measured = (await PARTS[each]?.()) ?? [];
		// Times in milliseconds depend on it, CPU and ratios nearly not.
		const load = `Load average of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)}.`;
		const found = measured.map((section) => ({ ...section, about: `${section.about} ${load}` }));
		for (const section of found) console.log(`${markdownOf(section)}\n`);
		sections.push(...found);
	}
	return sections;
}

function pageOf(sections: readonly Section[], peers: string): string {
	const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
	const [cpu] = cpus();
	return `${[
		"# Benchmarks",
		"Written by `npm run bench`. Compare ratios, not times: both sides of a ratio ran in turn within one run.",
		`Measured on ${new Date().toISOString().slice(0, "2026-01-01".length)}, ${cpus().length} cores (${cpu?.model.trim()}), Node ${process.versions.node}, wrangler ${devDependencies.wrangler}; ${peers}.`,
		...sections.map(markdownOf),
	].join("\n\n")}\n`;
}
