import { existsSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import { runWrangler } from "../../../scripts/demo/wrangler.ts";
import { applyMigrations } from "../../../scripts/local-migrations.ts";

export type RealWorker = {
	readonly url: URL;
	readonly stop: () => Promise<void>;
	/** The address of the isolate's inspector. Only with `inspectorPort`. */
	readonly inspector: () => Promise<URL>;
};

/** Of the Worker itself. */
const CONFIG = "wrangler.toml";

const RESEARCH = "research/worker.js";

/** Bundles the Worker into `folder`, as it is deployed, and the research Worker beside it. */
export async function bundleWorker(folder: string): Promise<void> {
	await runWrangler(["deploy", "--env", "production", "--dry-run", "--outdir", join(folder, "bundle")]);
	await mkdir(join(folder, "research"), { recursive: true });
	// It is uploaded as it was built.
	await copyFile(join("dist", RESEARCH), join(folder, RESEARCH));
}

/** Bundles a Worker by wrangler, with the names of its functions. */
export async function bundleReadable(folder: string, config = CONFIG): Promise<void> {
	await runWrangler(["deploy", "--dry-run", "--config", config, "--outdir", join(folder, "bundle")]);
}

/**
 * The Worker as it is deployed, on a free port, with its databases in `folder`. Run by Miniflare itself: `wrangler dev` puts a
 * proxy in front, which takes a third of the time, and restarts when a source file is saved.
 */
export async function startRealWorker(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	write: (line: string) => void,
): Promise<RealWorker> {
	await bundleWorker(folder);
	return runBundle(folder, bindings, write);
}

const researchWorkerIn = (folder: string) => ({
	...workerOptionsOf("wrangler.research.toml").workerOptions,
	name: "crossover-research",
	modulesRoot: join(folder, "research"),
	modules: [{ type: "ESModule" as const, path: join(folder, RESEARCH) }],
});

/** Runs a Worker that is bundled already, with the research Worker if it was bundled too. Only a Worker with our own configuration needs migrations. */
export async function runBundle(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	write: (line: string) => void,
	config = CONFIG,
	options: { readonly inspectorPort?: number } = {},
): Promise<RealWorker> {
	const bundle = join(folder, "bundle");
	const { workerOptions } = workerOptionsOf(config);
	const others = existsSync(join(folder, RESEARCH)) ? [researchWorkerIn(folder)] : [];
	const worker = new Miniflare(
		convertV4MiniflareOptions({
			// Asking for the platform's own `request.cf` takes a network.
			cf: false,
			host: "127.0.0.1",
			...options,
			port: 0,
			resourcePersistencePath: join(folder, "state", "v3"),
			handleStructuredLogs: ({ message }) => write(message),
			workers: [
				{
					...workerOptions,
					name: "crossover",
					modulesRoot: bundle,
					modules: [{ type: "ESModule", path: join(bundle, "worker.js") }],
					bindings,
					serviceBindings: Object.fromEntries(others.map(({ name }) => ["RESEARCH", name])),
				},
				...others,
			],
		}),
	);
	const url = await worker.ready;
	if (config === CONFIG) await applyMigrations(await worker.getD1Database("DB"));
	return { url, stop: () => worker.dispose(), inspector: () => worker.getInspectorURL() };
}
