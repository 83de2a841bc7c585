import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { ensureDevVariables } from "./local-identity-key.ts";
import { migrateLocally } from "./local-migrations.ts";
import { deleteTraces } from "./local-traces.ts";
import { refuseWithoutDashes } from "./npm-options.ts";
import { recruiterVariables } from "./recruiter/server.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/** `npm run dev`: the Worker with reload, on the local database. Further arguments go to `wrangler dev`. */
const STATE = ".wrangler/state";
const RECRUITER_PORT = "8790";

refuseWithoutDashes();
await ensureDevVariables();
await deleteTraces(STATE);
await migrateLocally(STATE);
const args = process.argv.slice(2);
const port = /(?:^|\s)--port[ =](\d+)/.exec(args.join(" "))?.[1] ?? "8787";
const recruiter = recruiterVariables(`http://127.0.0.1:${RECRUITER_PORT}`, randomBytes(24).toString("hex"));
const mock = spawn(
	process.execPath,
	["scripts/recruiter.ts", "--api", `http://127.0.0.1:${port}`, "--port", RECRUITER_PORT],
	{ stdio: "inherit", env: { ...process.env, ...recruiter } },
);
console.log(`A mock recruiter stands in for Prolific at http://127.0.0.1:${RECRUITER_PORT}`);
const variables = Object.entries(recruiter).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
process.exitCode = await wranglerInTerminal("dev", "--var", "WEBHOOKS_LOCAL:on", ...variables, ...args);
mock.kill();
