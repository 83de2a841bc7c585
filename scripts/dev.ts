import { ensureDevVariables } from "./local-identity-key.ts";
import { deleteTraces } from "./local-traces.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/** `npm run dev`: the Worker with reload, on the local database. Further arguments go to `wrangler dev`. */
const STATE = ".wrangler/state";

await ensureDevVariables();
await deleteTraces(STATE);
const failed = wranglerInTerminal("d1", "migrations", "apply", "crossover", "--local");
process.exitCode = failed || wranglerInTerminal("dev", ...process.argv.slice(2));
