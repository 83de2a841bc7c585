import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runWrangler } from "../../scripts/demo/wrangler.ts";
import { bundleReadable } from "../../test/support/http/real-worker.ts";
import type { Profile } from "../profiler.ts";
import { quantile, type Section, spreadOf, spreadText } from "../section.ts";
import { startProcess } from "./process.ts";

const ROUNDS = 5;
const PROCESS = "test/support/http/worker-process.ts";
/** Through all middleware and the router to a problem document. It asks no object and no database. */
const PATH = "/v1/no-such-route";

type Start = {
	/** From the start of the process until it listens. The script is loaded and evaluated by then. */
	readonly listensMs: number;
	/** CPU of workerd until then. */
	readonly cpuMs: number;
	readonly firstMs: number;
	readonly secondMs: number;
};

const TRIVIAL = 'export default { fetch: () => new Response("{}") };\n';
const TRIVIAL_CONFIG = 'name = "trivial"\nmain = "worker.js"\ncompatibility_date = "2026-10-01"\n';

async function answered(url: string): Promise<number> {
	const from = performance.now();
	await (await fetch(url + PATH)).text();
	return performance.now() - from;
}

async function started(folder: string, bindings: object, config: string): Promise<Start> {
	const from = performance.now();
	const process = await startProcess(PROCESS, folder, JSON.stringify(bindings), config);
	try {
		const listensMs = performance.now() - from;
		const cpuMs = process.cpuMs();
		return { listensMs, cpuMs, firstMs: await answered(process.url), secondMs: await answered(process.url) };
	} finally {
		await process.stop();
	}
}

/** By V8's profiler in workerd, as `wrangler check startup` takes it. */
async function evaluationMs(folder: string): Promise<number> {
	const [bundle, outfile] = [join(folder, "worker.bundle"), join(folder, "startup.cpuprofile")];
	await runWrangler(["deploy", "--env", "production", "--dry-run", "--outfile", bundle]);
	await runWrangler(["check", "startup", "--worker", bundle, "--outfile", outfile]);
	const { nodes, samples, timeDeltas }: Profile = JSON.parse(await readFile(outfile, "utf8"));
	const idle = new Set(
		nodes.filter(({ callFrame }) => /^\((idle|root|program)\)$/.test(callFrame.functionName)).map(({ id }) => id),
	);
	// Not the sum of the times between samples: another process may have had the core in between.
	return (samples.filter((id) => !idle.has(id)).length * quantile(timeDeltas, 0.5)) / 1000;
}

/** Our Worker beside one that does nothing, in turn. Each start is a new process. `bundled` has our bundle. */
export async function coldStart(folder: string, bundled: string, bindings: object): Promise<Section> {
	const trivial = join(folder, "trivial");
	const config = join(folder, "trivial.toml");
	await writeFile(join(folder, "worker.js"), TRIVIAL);
	await writeFile(config, TRIVIAL_CONFIG);
	await bundleReadable(trivial, config);
	const rounds: { readonly ours: Start; readonly trivial: Start }[] = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		// Another spelling of the path than the one that is migrated: these starts need no tables.
		const ours = await started(bundled, bindings, "./wrangler.toml");
		const other = await started(trivial, {}, config);
		if (round > 0) rounds.push({ ours, trivial: other });
	}
	const row = (what: string, of: keyof Start) => {
		const text = (values: readonly number[]) => `${spreadText(spreadOf(values), 0)} ms`;
		return [
			what,
			text(rounds.map(({ ours }) => ours[of])),
			text(rounds.map((each) => each.trivial[of])),
			text(rounds.map((each) => each.ours[of] - each.trivial[of])),
		];
	};
	const evaluation = `${(await evaluationMs(folder)).toFixed(0)} ms`;
	return {
		title: "Cold start",
		about: `A new process of workerd for each start, beside a Worker that only answers \`{}\`, ${ROUNDS} times in turn. workerd loads and evaluates the script before it listens, so a first request on Cloudflare waits for both. The times until it listens include the start of Node and of workerd, which the difference leaves out; ours include its databases and assets, as the local runtime has them. The request goes through all middleware and asks neither object nor database.`,
		columns: ["what", "Crossover", "the trivial Worker", "difference"],
		rows: [
			row("from the start of the process until it listens", "listensMs"),
			row("of that, CPU of workerd", "cpuMs"),
			row("the first request", "firstMs"),
			row("the second request", "secondMs"),
			["evaluation of the script, by the profiler of `wrangler check startup`", evaluation, "", ""],
		],
	};
}
