import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rowsOnDisk } from "../support/d1/rows-on-disk.ts";
import { startKillableWorker } from "../support/http/killable-worker.ts";
import { createStudy } from "../support/http/participant.ts";
import { bundleWorker } from "../support/http/real-worker.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

const KEY = "xo_key_of_the_killed_simulation_test";
const BINDINGS = { BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-killed-run-32-characters" };
const SLUG = "killed";
const KILLS = 10;
const PEOPLE = 12;
const WITHIN_MS = 900_000;

const study = smallStudy({ slug: SLUG, layout: "best-of" });
const api = (origin: string) => async (method: string, path: string, json?: object) => {
	const headers = { Authorization: `Bearer ${KEY}`, ...(json && { "Content-Type": "application/json" }) };
	const response = await fetch(origin + path, { method, headers, ...(json && { body: JSON.stringify(json) }) });
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return response.json() as Promise<{
		run: string;
		status: string;
		done: number;
		randomised: { total: number; in_progress: number };
	}>;
};

async function until<T>(look: () => Promise<T | false>, what: string): Promise<T> {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		const found = await look();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Opens the study, starts a run, and kills the Worker at once: hardly anybody has done anything. */
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

/** The attention check says in quotes what to take. */
const withQuotes = () => JSON.parse(JSON.stringify(study).replace("Take the second.", "Take “second”."));

/** Lets the run go on, kills the Worker after each further participant who ends, and waits for the end and for all rows. */
async function finished(folder: string, run: string, kills: number) {
	const interrupted = 0;
	for (let killed = 0; ; killed += 1) {
		const worker = await startKillableWorker(folder, BINDINGS);
		const call = api(worker.origin);
		const path = `/v1/studies/${SLUG}/simulations/${run}`;
		const isLast = killed === kills;
		await until(
			async () => {
				const { status, done } = await call("GET", path);
				return status === "completed" || (!isLast && done > killed);
			},
			`participant ${killed + 1}`,
		);
		if (isLast)
			await until(async () => {
				const { randomised } = await call("GET", `/v1/studies/${SLUG}/flow?pool=simulated`);
				return randomised.total === PEOPLE && randomised.in_progress === 0;
			}, "the last rows");
		await worker.kill();
		if (!isLast) continue;
		// Several participants may end between two looks, and the last kills then find an ended run.
		expect(interrupted).toBeGreaterThanOrEqual(kills / 2);
		return rowsOnDisk(folder, TABLES);
	}
}

/** All tables of sessions. Times differ; sealed rows are encrypted anew each time. */
const TABLES = [
	...["sessions", "conversations", "turns", "candidates", "ratings", "rankings", "answers", "exits", "deviations"],
	"simulated_participants",
];

it(`gives the same rows after ${KILLS} times kill -9 as without`, { timeout: 4 * WITHIN_MS }, async () => {
	const folder = await mkdtemp(join(tmpdir(), "crossover-"));
	const [whole, killed] = [`${folder}-whole`, `${folder}-killed`];
	try {
		await bundleWorker(folder);
		const run = await prepared(folder);
		for (const copy of [whole, killed]) await cp(folder, copy, { recursive: true });
		const expected = await finished(whole, run, 0);
		const found = await finished(killed, run, KILLS);
		expect(expected.sessions).toHaveLength(PEOPLE);
		expect(expected.turns?.length).toBeGreaterThan(PEOPLE);
		for (const table of TABLES) expect(found[table], table).toEqual(expected[table]);
	} finally {
		for (const each of [folder, whole, killed]) await rm(each, { recursive: true, force: true });
	}
});
