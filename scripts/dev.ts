import { ensureDevVariables } from "./local-identity-key.ts";
import { migrateLocally } from "./local-migrations.ts";
import { deleteTraces } from "./local-traces.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/** `npm run dev`: the Worker with reload, on the local database. Further arguments go to `wrangler dev`. */
const STATE = ".wrangler/state";

await ensureDevVariables();
await deleteTraces(STATE);
await migrateLocally(STATE);
process.exitCode = wranglerInTerminal("dev", "--var", "WEBHOOKS_LOCAL:on", ...process.argv.slice(2));
