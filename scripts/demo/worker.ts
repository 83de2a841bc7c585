import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, rm, writeFile } from "node:fs/promises";
import { localIdentityKey } from "../local-identity-key.ts";
import { migrateLocally } from "../local-migrations.ts";
import { deleteTraces } from "../local-traces.ts";
import { DemoError } from "./demo-error.ts";
import { until } from "./until.ts";
import { exitOf, LOG, startWrangler, tailOf } from "./wrangler.ts";

/** The folder of a local Worker's database, and the files of its variables and log. */
export type Place = { readonly state: string; readonly variables: string; readonly log: string };

/** `npm run d1` and `npm run dev` look for the database there. */
const DEMO: Place = { state: ".wrangler/state", variables: ".wrangler/demo.env", log: LOG };
/** A busy machine takes minutes. If the Worker fails to start, this wait ends at once. */
const START_MS = 600_000;
const STOP_MS = 5_000;

export type RunningWorker = {
	readonly api: string;
	/** Resolves when it answers; rejects with a DemoError if it does not. */
	readonly ready: Promise<unknown>;
	readonly gone: Promise<number | null>;
	readonly stop: () => Promise<void>;
	/** SIGKILL to the whole group, as if the machine failed. */
	readonly kill: () => Promise<void>;
};

/** Deletes every study, session and row of this machine. */
export const forgetState = ({ state } = DEMO): Promise<void> => rm(state, { recursive: true, force: true });

/** Applies the migrations that the local D1 lacks. */
export const migrate = ({ state } = DEMO): Promise<void> => migrateLocally(state);

/** Starts the Worker with the embedded defaults. The caller has to stop it. `more` are further variables. */
export async function startWorker(
	port: number,
	researcherKey: string,
	{ place = DEMO, more = {} }: { readonly place?: Place; readonly more?: Readonly<Record<string, string>> } = {},
): Promise<RunningWorker> {
	await mkdir(".wrangler", { recursive: true });
	await deleteTraces(place.state);
	const local = { IDENTITY_KEY: await localIdentityKey(), WEBHOOKS_LOCAL: "on" };
	const own = { BOOTSTRAP_KEY: researcherKey, ...local, ...more };
	await writeFile(place.variables, variables(own), { mode: 0o600 });
	const log = await open(place.log, "w");
	const where = ["--port", String(port), "--ip", "127.0.0.1", "--persist-to", place.state];
	const child = startWrangler(["dev", ...where, ...SETTINGS, ...variableFiles(place)], log.fd);
	await log.close();
	const gone = exitOf(child);
	const api = apiAt(port);
	process.once("exit", () => signal(child, "SIGKILL"));
	return {
		api,
		ready: Promise.race([answering(api, place), gone.then(() => refuseToGoOn(place))]),
		gone,
		stop: () => stopGroup(child, gone, place),
		kill: async () => {
			signal(child, "SIGKILL");
			await gone;
		},
	};
}

/** Not `localhost`, which a bare machine cannot resolve. */
export const apiAt = (port: number): string => `http://127.0.0.1:${port}`;

const SETTINGS = ["--show-interactive-dev-session=false", "--inspector-port", "0", "--log-level", "warn"];

/** Ours come last, because the last file wins. */
const variableFiles = ({ variables }: Place): string[] =>
	[".dev.vars", variables].filter((file) => existsSync(file)).flatMap((file) => ["--env-file", file]);

/** In a file that only this account can read. Arguments are visible to everybody on the machine. */
function variables(own: Readonly<Record<string, string>>): string {
	const endpoints = Object.entries(process.env).filter(([name]) => /^ENDPOINT_[A-Z0-9_]+_(URL|KEY)$/.test(name));
	return [...endpoints, ...Object.entries(own)].map(([name, value]) => `${name}=${JSON.stringify(value)}\n`).join("");
}

const answering = (api: string, { log }: Place): Promise<unknown> =>
	until(START_MS, `The Worker did not answer within ${START_MS / 60_000} minutes. See ${log}.`, async () => {
		const response = await fetch(`${api}/healthz`).catch(() => null);
		return response?.ok ? response.text() : null;
	});

async function refuseToGoOn({ log }: Place): Promise<never> {
	throw new DemoError(`The Worker stopped while it was starting. The end of ${log}:\n${await tailOf(log)}`);
}

async function stopGroup(child: ChildProcess, gone: Promise<unknown>, { variables }: Place): Promise<void> {
	signal(child, "SIGTERM");
	const timer = setTimeout(() => signal(child, "SIGKILL"), STOP_MS);
	await gone;
	clearTimeout(timer);
	// wrangler may leave before its workerd does.
	signal(child, "SIGKILL");
	await rm(variables, { force: true });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, name);
	} catch {
		// The whole group has ended.
	}
}
