import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import { runWrangler } from "../../../scripts/demo/wrangler.ts";
import { applyMigrations } from "../../../scripts/local-migrations.ts";

export type RealWorker = {
	readonly url: URL;
	readonly stop: () => Promise<void>;
};

/** Bundles the Worker into `folder`, as it is deployed. */
export async function bundleWorker(folder: string): Promise<void> {
	await runWrangler(["deploy", "--dry-run", "--outdir", join(folder, "bundle")]);
}

/**
 * The Worker as it is deployed, on a free port, with its databases in `folder`. Bundled by wrangler and run by Miniflare
 * itself: `wrangler dev` puts a proxy in front, which takes a third of the time, and restarts when a source file is saved.
 */
export async function startRealWorker(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	write: (line: string) => void,
): Promise<RealWorker> {
	await bundleWorker(folder);
	return runBundle(folder, bindings, write);
}

/** The same without bundling it again. */
export async function runBundle(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	write: (line: string) => void,
): Promise<RealWorker> {
	const bundle = join(folder, "bundle");
	const { workerOptions } = workerOptionsOf("wrangler.toml");
	const worker = new Miniflare(
		convertV4MiniflareOptions({
			// Asking for the platform's own `request.cf` takes a network.
			cf: false,
			host: "127.0.0.1",
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
				},
			],
		}),
	);
	const url = await worker.ready;
	await applyMigrations(await worker.getD1Database("DB"));
	return { url, stop: () => worker.dispose() };
}
