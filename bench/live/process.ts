import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { childrenCpuMs } from "../../test/support/children-cpu.ts";

export type Running = {
	/** What it said first: where it listens. */
	readonly url: string;
	/** CPU time of what it started, such as workerd, in milliseconds. */
	readonly cpuMs: () => number;
	readonly stop: () => Promise<void>;
};

/** Starts a script in a process of its own, so that its CPU time and pauses are not counted as those of the benchmark. */
export async function startProcess(script: string, ...args: readonly string[]): Promise<Running> {
	const child = spawn(process.execPath, [script, ...args], { detached: true, stdio: ["ignore", "pipe", "inherit"] });
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const { pid } = child;
	if (pid === undefined) throw new Error(`${script} did not start`);
	let url = "";
	for await (const line of createInterface({ input: child.stdout })) {
		url = line;
		if (url.startsWith("http")) break;
	}
	if (!url.startsWith("http")) throw new Error(`${script} ended before it said where it is`);
	return {
		url,
		cpuMs: () => childrenCpuMs(pid),
		stop: async () => {
			process.kill(-pid, "SIGKILL");
			await gone;
		},
	};
}

/** Longer than rows wait after an answer: a Worker that waits for that is not at rest. */
const FLAT_MS = 800;
const IDLE_CPU_MS = 20;
const LONGEST_MS = 60_000;

/** CPU time of `act` and of the work after its last response, such as rows on their way to D1. */
export async function cpuDuring({ cpuMs }: Running, act: () => Promise<unknown>): Promise<number> {
	const before = cpuMs();
	await act();
	const deadline = performance.now() + LONGEST_MS;
	for (let last = cpuMs(); performance.now() < deadline; ) {
		await new Promise((resolve) => setTimeout(resolve, FLAT_MS));
		const now = cpuMs();
		if (now - last < IDLE_CPU_MS) return now - before;
		last = now;
	}
	throw new Error("the Worker did not come to rest");
}
