import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { httpOf } from "../../scripts/replay/http.ts";
import { type ServedHere, serve } from "../support/browser/serve.ts";
import { busiestThreadMs, childrenCpuMs, threadsCpuMs } from "../support/children-cpu.ts";
import { rowCountsOnDisk } from "../support/d1/rows-on-disk.ts";

/** 530 is the size of PRISM-X: `SIMULATED=530`. */
const PEOPLE = Number(process.env.SIMULATED ?? 60);
const WITHIN_MS = 3_600_000;

let served: ServedHere;
beforeAll(async () => {
	served = await serve({ IDENTITY_KEY: "identity-key-of-the-many-simulated-people" });
});
afterAll(() => served?.stop());

type Answer = {
	readonly run: string;
	readonly status: string;
	readonly randomised: { readonly completed: number };
	readonly sequences: readonly { readonly randomised: number }[];
};

const call = (method: string, path: string, json?: object) =>
	httpOf(served.origin, served.key).ask<Answer>(method, path, json);

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

it(`takes ${PEOPLE} scripted participants through PRISM-X`, { timeout: WITHIN_MS }, async () => {
	const protocol = JSON.parse(readFileSync("seeds/prism-x.json", "utf8"));
	await call("POST", "/v1/studies", protocol);
	await call("POST", "/v1/studies/prism-x/open");
	const [startedAtMs, cpuBefore, threadsBefore] = [Date.now(), childrenCpuMs(), threadsCpuMs()];
	const policy = { preferences: { prompted: 0.3, pooled: 1.2, individual: 1.5 }, positionBias: 0.1 };
	const request = { condition: "scripted", participants: PEOPLE, policy, concurrency: 16 };
	const { run } = await call("POST", "/v1/studies/prism-x/simulations", request);
	let state = await call("GET", `/v1/studies/prism-x/simulations/${run}`);
	while (state.status === "running") {
		await pause();
		state = await call("GET", `/v1/studies/prism-x/simulations/${run}`);
	}
	expect(state).toMatchObject({ status: "completed", done: PEOPLE, failed: 0 });
	const walkedMs = Date.now() - startedAtMs;
	let flow = await call("GET", "/v1/studies/prism-x/flow?pool=simulated");
	while (flow.randomised.completed < PEOPLE) {
		await pause();
		flow = await call("GET", "/v1/studies/prism-x/flow?pool=simulated");
	}
	expect(flow).toMatchObject({ assessed: PEOPLE, randomised: { total: PEOPLE, completed: PEOPLE, in_progress: 0 } });
	const counts = flow.sequences.map(({ randomised }) => Number(randomised));
	expect(counts).toHaveLength(4);
	// All blocks are full except for the last.
	expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
	const wallMs = Date.now() - startedAtMs;
	const seconds = (ms: number) => Math.round(ms / 100) / 10;
	const busiest = busiestThreadMs(threadsBefore);
	const rows = rowCountsOnDisk(served.folder);
	expect(rows.sessions).toBe(PEOPLE);
	const lines = [
		`${PEOPLE} participants: ${seconds(walkedMs)} s until the last had ended, ${seconds(wallMs)} s until all rows were in D1.`,
		`${seconds(childrenCpuMs() - cpuBefore)} s of CPU on ${availableParallelism()} cores with a load of ${loadavg()[0]?.toFixed(1)}.`,
		`The busiest thread worked ${seconds(busiest)} s, ${Math.round((100 * busiest) / wallMs)} % of the time.`,
		`${Object.values(rows).reduce((sum, n) => sum + n, 0)} rows: ${Object.entries(rows)
			.map(([table, n]) => `${table} ${n}`)
			.join(", ")}.`,
	];
	// biome-ignore lint/suspicious/noConsole: the measurement is the result.
	console.log(lines.join("\n"));
});
