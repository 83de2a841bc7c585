import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usablePort } from "../../../scripts/demo/port.ts";
import { until } from "../../../scripts/demo/until.ts";
import { exitOf, runWrangler, startWrangler } from "../../../scripts/demo/wrangler.ts";

const START_MS = 180_000;

/** A running Worker, as its clients see it. */
export type Served = {
	readonly origin: string;
	/** A researcher's key with every scope. */
	readonly key: string;
	readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
	/** Contains its databases and its log. */
	readonly folder: string;
};

export type ServedHere = Served & {
	/** Ends the Worker and deletes its folder. */
	readonly stop: () => Promise<void>;
};

/**
 * Starts the real Worker on a free port, with an empty database. The Worker is bundled first: `wrangler dev` over the
 * sources would restart whenever a source file is saved, and cut the replies in progress.
 */
export async function serve(variables: Readonly<Record<string, string>> = {}): Promise<ServedHere> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-"));
	const key = "xo_key_of_the_browser_tests_and_nothing_else";
	const state = ["--persist-to", join(folder, "state")];
	await Promise.all([
		runWrangler(["d1", "migrations", "apply", "crossover", "--local", ...state]),
		runWrangler(["deploy", "--dry-run", "--outdir", join(folder, "bundle")]),
	]);
	const port = await usablePort(0);
	const log = await open(join(folder, "log"), "w");
	const child = startWrangler(
		[
			"dev",
			join(folder, "bundle", "worker.js"),
			"--no-bundle",
			"--config",
			"wrangler.toml",
			"--port",
			String(port),
			...SETTINGS,
			...state,
			...Object.entries({ BOOTSTRAP_KEY: key, ...variables }).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
		],
		log.fd,
	);
	await log.close();
	const origin = `http://127.0.0.1:${port}`;
	const gone = exitOf(child);
	// Also when the test run is interrupted.
	process.once("exit", () => kill(child.pid));
	const stop = async () => {
		kill(child.pid);
		await gone;
		// workerd may outlive wrangler for a moment, and writes until it ends.
		await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	};
	try {
		await Promise.race([answering(origin), gone.then(() => Promise.reject(new Error("wrangler stopped")))]);
	} catch (error) {
		const output = await readFile(join(folder, "log"), "utf8");
		await stop();
		throw new Error(`The Worker did not start:\n${output}`, { cause: error });
	}
	return { ...servedAt(origin, key, folder), stop };
}

export const servedAt = (origin: string, key: string, folder: string): Served => ({
	origin,
	key,
	folder,
	fetch: (path, init) => fetch(origin + path, init),
});

const SETTINGS = [
	"--ip",
	"127.0.0.1",
	"--show-interactive-dev-session=false",
	"--inspector-port",
	"0",
	"--log-level",
	"warn",
];

const answering = (origin: string): Promise<unknown> =>
	until(START_MS, "the Worker did not answer", async () => {
		const response = await fetch(`${origin}/healthz`).catch(() => null);
		return response?.ok ? response.text() : null;
	});

/** Kills the process group, which includes wrangler's workerd. */
function kill(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// It has ended already.
	}
}
