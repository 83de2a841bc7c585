import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usablePort } from "../../scripts/demo/port.ts";
import { until } from "../../scripts/demo/until.ts";
import { exitOf, runWrangler, startWrangler } from "../../scripts/demo/wrangler.ts";

const START_MS = 60_000;

export type Served = {
	readonly origin: string;
	/** With every scope. */
	readonly key: string;
	readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
	/** The folder of its databases and its log. */
	readonly folder: string;
	/** Ends the Worker and keeps its folder. */
	readonly halt: () => Promise<void>;
	readonly stop: () => Promise<void>;
};

/**
 * The real Worker on a free port, with a state of its own that goes with it. It is bundled once: `wrangler dev` over the
 * sources starts anew whenever somebody saves a file, and cuts the replies that are being written.
 */
export async function serve(variables: Readonly<Record<string, string>> = {}): Promise<Served> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-"));
	const key = "xo_key_of_the_browser_tests_and_nothing_else";
	const state = ["--persist-to", join(folder, "state")];
	await runWrangler(["d1", "migrations", "apply", "crossover", "--local", ...state]);
	await runWrangler(["deploy", "--dry-run", "--outdir", join(folder, "bundle")]);
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
	// A test run that dies leaves nobody behind.
	process.once("exit", () => kill(child.pid));
	const halt = async () => {
		kill(child.pid);
		await gone;
	};
	const stop = async () => {
		await halt();
		// wrangler may leave before its workerd does, and workerd writes until it goes.
		await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	};
	try {
		await Promise.race([answering(origin), gone.then(() => Promise.reject(new Error("wrangler stopped")))]);
	} catch (error) {
		const said = await readFile(join(folder, "log"), "utf8");
		await stop();
		throw new Error(`The Worker did not start:\n${said}`, { cause: error });
	}
	return { origin, key, fetch: (path, init) => fetch(origin + path, init), folder, halt, stop };
}

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
	until(START_MS, "no answer within a minute", async () => {
		const response = await fetch(`${origin}/healthz`).catch(() => null);
		return response?.ok ? response.text() : null;
	});

/** The whole group: wrangler's workerd too. */
function kill(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// It has gone by itself.
	}
}
