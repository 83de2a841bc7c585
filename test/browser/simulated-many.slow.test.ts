import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedHere, serve } from "../support/browser/serve.ts";
import { childrenCpuMs } from "../support/children-cpu.ts";

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

async function call(method: string, path: string, json?: object): Promise<Answer> {
	const headers = { Authorization: `Bearer ${served.key}`, ...(json && { "Content-Type": "application/json" }) };
	const response = await served.fetch(path, { method, headers, ...(json && { body: JSON.stringify(json) }) });
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return response.json() as Promise<Answer>;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

it(`takes ${PEOPLE} scripted participants through PRISM-X`, { timeout: WITHIN_MS }, async () => {
	const protocol = JSON.parse(readFileSync("seeds/prism-x.json", "utf8"));
	await call("POST", "/v1/studies", protocol);
	await call("POST", "/v1/studies/prism-x/open");
	const [startedAtMs, cpuBefore] = [Date.now(), childrenCpuMs()];
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
	// Blocks are full, but for the last one.
	expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
	const seconds = (ms: number) => Math.round(ms / 100) / 10;
	// biome-ignore lint/suspicious/noConsole: the measurement is the result.
	console.log(
		`${PEOPLE} participants: ${seconds(walkedMs)} s until the last had ended, ${seconds(Date.now() - startedAtMs)} s until all rows were in D1, ${seconds(childrenCpuMs() - cpuBefore)} s of CPU`,
	);
});
