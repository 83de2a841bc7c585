import { spawnSync } from "node:child_process";
import { localEnvironment } from "./local-environment.ts";

/** Gives the exit status. The terminal is wrangler's: it has keys of its own, and Ctrl-C ends it. */
export function wranglerInTerminal(...args: readonly string[]): number {
	process.removeAllListeners("SIGINT").on("SIGINT", () => {});
	const { status } = spawnSync(process.execPath, ["node_modules/wrangler/bin/wrangler.js", ...args], {
		stdio: "inherit",
		env: localEnvironment(),
	});
	return status ?? 1;
}
