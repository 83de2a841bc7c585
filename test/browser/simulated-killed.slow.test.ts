import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { httpOf } from "../../scripts/replay/http.ts";
import { rowsOnDisk } from "../support/d1/rows-on-disk.ts";
import { eventually } from "../support/eventually.ts";
import { startAndKill, startKillableWorker } from "../support/http/killable-worker.ts";
import { createStudy } from "../support/http/participant.ts";
import { bundleWorker } from "../support/http/real-worker.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

const KEY = "xo_key_of_the_killed_simulation_test";
const BINDINGS = { BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-killed-run-32-characters" };
const SLUG = "killed";
/** Shares of the unkilled run's time from the start of its Worker. */
const KILLS_AT = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];
const PEOPLE = 12;
const WITHIN_MS = 900_000;
const EVERY_MS = 50;

/**
 * With `reuse`, a released place goes to the next arrival, so sequences depend on the order of departures and arrivals.
 * A kill changes that order, as it would among people.
 */
const study = smallStudy({
	slug: SLUG,
	layout: "best-of",
	design: { kind: "crossover", order: "williams", replacement: "none" },
});
type Answer = {
	readonly run: string;
	readonly status: string;
	readonly randomised: { readonly total: number; readonly in_progress: number };
};
const api = (origin: string) => (method: string, path: string, json?: object) =>
	httpOf(origin, KEY).ask<Answer>(method, path, json);

/** Opens the study, starts a run, and kills the Worker before many participants act. */
async function prepared(folder: string): Promise<string> {
	const worker = await startKillableWorker(folder, BINDINGS);
	const call = api(worker.origin);
	await createStudy((path, init) => fetch(worker.origin + path, init), KEY, withQuotes());
	await call("POST", `/v1/studies/${SLUG}/open`);
	const policy = { preferences: { [String(study.arms[0]?.id)]: 1 }, positionBias: 0.2, dropOut: 0.2 };
	const asked = { condition: "scripted", participants: PEOPLE, seed: 5, concurrency: 3, policy };
	const { run } = await call("POST", `/v1/studies/${SLUG}/simulations`, asked);
	await worker.kill();
	return run;
}

/** The attention check quotes the right answer. */
const withQuotes = () => JSON.parse(JSON.stringify(study).replace("Take the second.", "Take “second”."));

/** Kills the Worker at moments of the run, and returns how many kills came before its end. */
async function killedAt(folder: string, moments: readonly number[]): Promise<number> {
	let interrupted = 0;
	for (const ms of moments) {
		await startAndKill(folder, BINDINGS, ms);
		const { simulation_runs: runs } = rowsOnDisk(folder, ["simulation_runs"]);
		if (!JSON.stringify(runs).includes('"status":"completed"')) interrupted += 1;
	}
	return interrupted;
}

/** Waits for the end of the run and for all rows. */
async function finished(folder: string, run: string) {
	const startedMs = performance.now();
	const worker = await startKillableWorker(folder, BINDINGS);
	const call = api(worker.origin);
	await eventually(
		async () => (await call("GET", `/v1/studies/${SLUG}/simulations/${run}`)).status === "completed",
		"the end of the run",
		WITHIN_MS,
		EVERY_MS,
	);
	const tookMs = performance.now() - startedMs;
	const hasAllRows = async () => {
		const { randomised } = await call("GET", `/v1/studies/${SLUG}/flow?pool=simulated`);
		return randomised.total === PEOPLE && randomised.in_progress === 0;
	};
	await eventually(hasAllRows, "the last rows", WITHIN_MS, EVERY_MS);
	await worker.kill();
	return { rows: rowsOnDisk(folder, TABLES), tookMs };
}

/** All tables of sessions. Times differ; sealed rows are encrypted anew each time. */
const TABLES = [
	...["sessions", "conversations", "turns", "candidates", "ratings", "rankings", "answers", "exits", "deviations"],
	"simulated_participants",
];

it(`gives the same rows after ${KILLS_AT.length} times kill -9 as without`, { timeout: 4 * WITHIN_MS }, async () => {
	const folder = await mkdtemp(join(tmpdir(), "crossover-"));
	const [whole, killed] = [`${folder}-whole`, `${folder}-killed`];
	try {
		await bundleWorker(folder);
		const run = await prepared(folder);
		for (const copy of [whole, killed]) await cp(folder, copy, { recursive: true });
		const { rows: expected, tookMs } = await finished(whole, run);
		const moments = KILLS_AT.map((part) => part * tookMs);
		// The last kills may find a finished run, because each run is shorter by what was done before.
		expect(await killedAt(killed, moments)).toBeGreaterThanOrEqual(2);
		const { rows: found } = await finished(killed, run);
		expect(expected.sessions).toHaveLength(PEOPLE);
		expect(expected.turns?.length).toBeGreaterThan(PEOPLE);
		for (const table of TABLES) expect(found[table], table).toEqual(expected[table]);
	} finally {
		for (const each of [folder, whole, killed]) await rm(each, { recursive: true, force: true });
	}
});
