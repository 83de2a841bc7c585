import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { httpOf } from "../../scripts/replay/http.ts";
import { rowCountsOnDisk, rowsOnDisk } from "../support/d1/rows-on-disk.ts";
import { eventually } from "../support/eventually.ts";
import { startKillableWorker } from "../support/http/killable-worker.ts";
import { enrol, openStudy, walk } from "../support/http/participant.ts";
import { bundleWorker } from "../support/http/real-worker.ts";
import { type ModelServer, startModelServer } from "../support/models/model-server.ts";
import { studyWithSimulator } from "../support/protocols/study-with-simulator.ts";

const KEY = "xo_key_of_the_twin_test_and_of_nothing_else";
const SLUG = "twins";
const PEOPLE = ["ann", "bob", "cy"];
const WITHIN_MS = 300_000;
const EVERY_MS = 50;

/** Recorded replies: this server's answer depends only on the request. */
let model: ModelServer;
let folder: string;
beforeAll(async () => {
	model = await startModelServer();
	folder = await mkdtemp(join(tmpdir(), "crossover-"));
	await bundleWorker(folder);
});
afterAll(async () => {
	await model?.close();
	for (const each of ["", "-first", "-again"]) await rm(folder + each, { recursive: true, force: true });
});

const bindings = () => ({
	...{ BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-twin-test-32-characters" },
	...{ ENDPOINT_GPU_URL: model.url, ENDPOINT_GPU_KEY: "none" },
});

type Answer = {
	readonly run: string;
	readonly status: string;
	readonly in_progress: number;
	readonly enrolled: number;
};
const api = (origin: string) => (method: string, path: string, json?: object) =>
	httpOf(origin, KEY).ask<Answer>(method, path, json);

const until = (is: () => Promise<boolean>, what: string) => eventually(is, what, WITHIN_MS, EVERY_MS);

/** People finish the study; then a run of each condition starts, and the Worker is killed early. */
async function prepared(): Promise<string[]> {
	const worker = await startKillableWorker(folder, bindings());
	const call = api(worker.origin);
	const at = (path: string, init?: RequestInit) => fetch(worker.origin + path, init);
	await openStudy(at, KEY, studyWithSimulator(SLUG, "person"));
	for (const id of PEOPLE) await walk(at, await enrol(at, KEY, SLUG, id));
	await rowsOf(call, "live", PEOPLE.length);
	const runs: string[] = [];
	for (const over of [
		{ condition: "converse", samples: 2 },
		{ condition: "judge", samples: 3, positions: "drawn" },
	]) {
		const asked = { model: "person", participants: "finished", seed: 11, concurrency: 1, ...over };
		runs.push((await call("POST", `/v1/studies/${SLUG}/simulations`, asked)).run);
	}
	for (const run of runs) await call("POST", `/v1/studies/${SLUG}/simulations/${run}/pause`);
	await worker.kill();
	return runs;
}

/** Waits until D1 has all rows of this many completed sessions. */
const rowsOf = (call: ReturnType<typeof api>, pool: string, size: number) =>
	until(async () => {
		const { enrolled, in_progress } = await call("GET", `/v1/studies/${SLUG}/progress?pool=${pool}`);
		return enrolled === size && in_progress === 0;
	}, `the rows of the pool ${pool}`);

/** Sealed values are encrypted anew each time. Audits and idempotency contain times. */
const LEFT_OUT = /^(model_calls|sealed_|audit$|api_keys|idempotency|studies$|study_versions|arm_keys|webhook)/;

async function played(copy: string, runs: readonly string[]) {
	const worker = await startKillableWorker(copy, bindings());
	const call = api(worker.origin);
	for (const run of runs) {
		await call("POST", `/v1/studies/${SLUG}/simulations/${run}/resume`);
		const ended = async () => (await call("GET", `/v1/studies/${SLUG}/simulations/${run}`)).status === "completed";
		await until(ended, `the end of ${run}`);
	}
	await rowsOf(call, "simulated", 2 * PEOPLE.length);
	const simulated = async () => {
		const { simulation_runs: rows } = rowsOnDiskOf(copy);
		return JSON.stringify(rows).match(/"status":"completed"/g)?.length === runs.length;
	};
	await until(simulated, "the rows of the runs");
	await worker.kill();
	const tables = Object.keys(rowCountsOnDisk(copy)).filter((table) => !LEFT_OUT.test(table));
	return rowsOnDisk(copy, tables);
}

const rowsOnDiskOf = (copy: string) => rowsOnDisk(copy, ["simulation_runs"]);

it("gives the same rows in all tables for the same seed and recorded replies", { timeout: 4 * WITHIN_MS }, async () => {
	const runs = await prepared();
	const [first, again] = [`${folder}-first`, `${folder}-again`];
	for (const copy of [first, again]) await cp(folder, copy, { recursive: true });
	const expected = await played(first, runs);
	const found = await played(again, runs);
	// Three people, each with two twins that converse (two conversations, two messages) and three that judge.
	expect(expected.simulated_participants).toHaveLength(5 * PEOPLE.length);
	expect(expected.simulation_answers).toHaveLength(3 * PEOPLE.length * 4);
	expect(expected.simulation_calls?.length).toBeGreaterThan(9 * PEOPLE.length);
	expect(expected.turns?.length).toBeGreaterThan(4 * PEOPLE.length);
	for (const table of Object.keys(expected)) expect(found[table], table).toEqual(expected[table]);
});
