import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { DemoError } from "../demo/demo-error.ts";
import { until } from "../demo/until.ts";

const UNAVAILABLE = 3;
/** A busy machine takes minutes. If the server fails, this wait ends at once. */
const WARM_MS = 600_000;
const STOP_MS = 10_000;
const LAST_LINES = 15;

/** Runs the commands of `training/` in the environment that its script creates. */
export class Python {
	readonly #executable: string;
	readonly #log: string;

	/** `log` is the file of Python's output. */
	constructor(environment: string, log: string) {
		this.#executable = `${environment}/bin/python`;
		this.#log = log;
	}

	/** The command's standard output. */
	async run(...args: readonly string[]): Promise<string> {
		const child = this.#spawn(args);
		const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exitOf(child)]);
		if (code !== 0) throw new DemoError(`python ${args.join(" ")} ended with ${code}:\n${lastLines(stdout + stderr)}`);
		return stdout;
	}

	crossover(...args: readonly string[]): Promise<string> {
		return this.run("-m", "crossover_training", ...args);
	}

	/** The server of bundles, once all its models are warm. The caller has to stop it. */
	async serve(port: number, key: string, args: readonly string[]): Promise<{ readonly stop: () => Promise<void> }> {
		const child = this.#spawn(["-m", "crossover_training", "serve", "--port", String(port), ...args], {
			CROSSOVER_SERVE_KEY: key,
		});
		const gone = exitOf(child);
		const said = textOf(child.stderr);
		process.once("exit", () => child.kill("SIGKILL"));
		const failed = gone.then(async (code) => {
			throw new DemoError(`The server of bundles ended with ${code}:\n${lastLines(await said)}`);
		});
		await Promise.race([warm(`http://127.0.0.1:${port}/health`), failed]);
		// Later it ends because it is stopped.
		failed.catch(() => {});
		return { stop: () => stopped(child, gone) };
	}

	#spawn(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
		const own = { PYTHONPATH: resolve("training"), OMP_NUM_THREADS: "1", HF_HUB_OFFLINE: "1", TQDM_DISABLE: "1" };
		const child = spawn(this.#executable, args, {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ...own, ...more },
		});
		const log = createWriteStream(this.#log, { flags: "a" });
		child.stdout?.pipe(log, { end: false });
		child.stderr?.pipe(log);
		return child;
	}
}

/** The environment's folder, or the reason why this machine has none. */
export async function environment(): Promise<{ readonly folder: string } | { readonly missing: string }> {
	const child = spawn("training/environment.sh", { stdio: ["ignore", "pipe", "pipe"] });
	const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exitOf(child)]);
	if (code === UNAVAILABLE) return { missing: lastLines(stderr).split("\n").at(-1) ?? "" };
	if (code !== 0) throw new DemoError(`training/environment.sh ended with ${code}:\n${lastLines(stderr)}`);
	return { folder: stdout.trim() };
}

const warm = (url: string): Promise<true> =>
	until(WARM_MS, "The server of bundles was not warm in time.", async () => {
		const response = await fetch(url).catch(() => null);
		return response?.status === 200 ? true : null;
	});

async function stopped(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
	await gone;
	clearTimeout(timer);
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
	new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});

const lastLines = (text: string): string => text.trimEnd().split("\n").slice(-LAST_LINES).join("\n");

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
	let text = "";
	for await (const chunk of stream ?? []) text += String(chunk);
	return text;
}
