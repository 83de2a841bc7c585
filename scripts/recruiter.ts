import { readFileSync } from "node:fs";
import { parseArgs, parseEnv } from "node:util";
import { startRecruiter } from "./recruiter/server.ts";

/** Started by `npm run dev`: the mock recruiter. Its secret is in the environment. */
const { values } = parseArgs({ options: { api: { type: "string" }, port: { type: "string" } } });
const { api = "http://127.0.0.1:8787", port = "8790" } = values;
const hookSecret = process.env.PROLIFIC_WEBHOOK_SECRET ?? "";
const researcherKey = variablesOfDev().BOOTSTRAP_KEY;

// If the port is in use, `npm run dev` continues without the mock recruiter.
await startRecruiter({ api, researcherKey, hookSecret, studies: [] }, Number(port)).catch(() => {
	console.error(`The mock recruiter cannot listen on port ${port}.`);
	process.exit(1);
});
// An npm that is killed sends no signal.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(), 500);

function variablesOfDev(): Record<string, string | undefined> {
	try {
		return parseEnv(readFileSync(".dev.vars", "utf8"));
	} catch {
		return {};
	}
}
