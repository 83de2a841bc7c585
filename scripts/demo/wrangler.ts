import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { DEPLOYS_BOTH } from "../bare-deployment.ts";
import { localEnvironment } from "../local-environment.ts";
import { DemoError } from "./demo-error.ts";

/** The log of wrangler's output. The demo's own lines suffice on the screen. */
export const LOG = ".wrangler/demo.log";

const WRANGLER = "node_modules/wrangler/bin/wrangler.js";
const LAST_LINES = 20;

/** Starts wrangler with the Node that runs this. Its own process group, so that Ctrl-C reaches only us. */
export function startWrangler(args: readonly string[], output: number | "pipe"): ChildProcess {
	if (!existsSync(WRANGLER)) throw new DemoError("Nothing is installed here yet: run npm install first.");
	return spawn(process.execPath, [WRANGLER, ...args], {
		stdio: ["ignore", output, output === "pipe" ? "pipe" : output],
		detached: true,
		// It only bundles: each deploy here has --dry-run.
		env: { ...localEnvironment(), ...DEPLOYS_BOTH, WRANGLER_SEND_METRICS: "false", NO_COLOR: "1", FORCE_COLOR: "0" },
	});
}

/** Runs wrangler to its end and returns its output. */
export async function runWrangler(args: readonly string[]): Promise<string> {
	const child = startWrangler(args, "pipe");
	const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exitOf(child)]);
	if (code !== 0) throw new DemoError(`wrangler ${args.slice(0, 3).join(" ")} failed:\n${lastLines(stdout + stderr)}`);
	return stdout;
}

export const exitOf = (child: ChildProcess): Promise<number | null> =>
	new Promise((resolve, reject) => {
		if (child.exitCode !== null) return resolve(child.exitCode);
		child.once("error", reject);
		child.once("exit", resolve);
	});

export const tailOf = async (log: string): Promise<string> => lastLines(await readFile(log, "utf8").catch(() => ""));

const lastLines = (text: string): string => text.trimEnd().split("\n").slice(-LAST_LINES).join("\n");

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
	let text = "";
	for await (const chunk of stream ?? []) text += String(chunk);
	return text;
}
