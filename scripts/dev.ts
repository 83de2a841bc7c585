import { spawnSync } from "node:child_process";
import { ensureDevVariables } from "./local-identity-key.ts";
import { deleteTraces, WITHOUT_TRACES } from "./local-traces.ts";

/** `npm run dev`: the Worker with reload, on the local database. Further arguments go to `wrangler dev`. */
const STATE = ".wrangler/state";

await ensureDevVariables();
await deleteTraces(STATE);
const failed = wrangler("d1", "migrations", "apply", "crossover", "--local");
process.exitCode = failed || wrangler("dev", ...process.argv.slice(2));

/** Gives the exit status. The terminal is wrangler's: it has keys of its own, and Ctrl-C ends it. */
function wrangler(...args: readonly string[]): number {
	process.removeAllListeners("SIGINT").on("SIGINT", () => {});
	const { status } = spawnSync(process.execPath, ["node_modules/wrangler/bin/wrangler.js", ...args], {
		stdio: "inherit",
		env: { ...process.env, ...WITHOUT_TRACES },
	});
	return status ?? 1;
}
