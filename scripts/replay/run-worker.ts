import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import { runWrangler } from "../demo/wrangler.ts";
import { applyMigrations } from "../local-migrations.ts";

export type ReplayWorker = { readonly origin: string; readonly stop: () => Promise<void> };

/** Bundles the replay's Worker into `folder` and runs it on a free port of this machine, with an empty database. */
export async function startReplayWorker(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	log: (line: string) => void,
): Promise<ReplayWorker> {
	const bundle = join(folder, "bundle");
	await runWrangler(["deploy", "scripts/replay/worker.ts", "--dry-run", "--outdir", bundle]);
	const { workerOptions } = workerOptionsOf("wrangler.toml");
	const runtime = new Miniflare(
		convertV4MiniflareOptions({
			cf: false,
			host: "127.0.0.1",
			port: 0,
			resourcePersistencePath: join(folder, "state", "v3"),
			handleStructuredLogs: ({ message }) => log(message),
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
	const url = await runtime.ready;
	await applyMigrations(await runtime.getD1Database("DB"));
	return { origin: url.origin, stop: () => runtime.dispose() };
}
