import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import { runWrangler } from "../../scripts/demo/wrangler.ts";
import { startModelServer } from "../support/models/model-server.ts";
import { MODEL_SERVER_KEY } from "./secrets.ts";

/** The real Worker, with an empty database, on a port of its own. */
export type Target = {
	readonly url: URL;
	/** A researcher's key with every scope. */
	readonly key: string;
	/** What the Worker wrote to its log since the last call. */
	readonly takeLog: () => readonly string[];
	readonly stop: () => Promise<void>;
};

const KEY = "xo_key_of_the_fuzzer_and_of_nothing_else";

/**
 * Bundled as it is deployed, and run by Miniflare itself: `wrangler dev` puts a proxy in front, which takes half of the time.
 * Limits on requests are off, for the fuzzer is one client: they have tests of their own.
 */
export async function startTarget(): Promise<Target> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-fuzz-"));
	const [models] = await Promise.all([
		startModelServer(),
		runWrangler(["deploy", "--dry-run", "--outdir", join(folder, "bundle")]),
	]);
	const log: string[] = [];
	const worker = new Miniflare(optionsFor(folder, models.url, (line) => log.push(line)));
	const url = await worker.ready;
	const database = await worker.getD1Database("DB");
	for (const { queries } of await readD1Migrations("migrations"))
		await database.batch(queries.map((query) => database.prepare(query)));
	return {
		url,
		key: KEY,
		takeLog: () => log.splice(0),
		stop: async () => {
			await worker.dispose();
			await models.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function optionsFor(folder: string, modelServer: string, write: (line: string) => void) {
	const { workerOptions } = workerOptionsOf("wrangler.toml");
	const bundle = join(folder, "bundle");
	return convertV4MiniflareOptions({
		// Asking for the platform's own `request.cf` takes a network.
		cf: false,
		host: "127.0.0.1",
		port: 0,
		handleStructuredLogs: ({ message }) => write(message),
		workers: [
			{
				...workerOptions,
				name: "crossover",
				modulesRoot: bundle,
				modules: [{ type: "ESModule", path: join(bundle, "worker.js") }],
				bindings: {
					BOOTSTRAP_KEY: KEY,
					IDENTITY_KEY: "identity-key-of-the-fuzzer-32-chars",
					ENDPOINT_FUZZ_URL: modelServer,
					ENDPOINT_FUZZ_KEY: MODEL_SERVER_KEY,
					...Object.fromEntries(LIMITS.map((name) => [name, "off"])),
				},
			},
		],
	});
}

const LIMITS = ["LIMIT_LANDINGS", "LIMIT_LANDINGS_STUDY", "LIMIT_STARTS", "LIMIT_SESSION", "LIMIT_STRANGERS"] as const;
