import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type KillableWorker = {
	readonly origin: string;
	/** SIGKILL to the process and its workerd, at once. */
	readonly kill: () => Promise<void>;
};

/** The Worker that was bundled into `folder`, in a process group of its own. */
export async function startKillableWorker(
	folder: string,
	bindings: Readonly<Record<string, string>>,
): Promise<KillableWorker> {
	const { child, gone } = spawned(folder, bindings);
	return { origin: await originOf(child), kill: () => killed(child, gone) };
}

/** Starts the Worker and kills it after this time, whether it answers by then or not: its alarms run earlier. */
export async function startAndKill(
	folder: string,
	bindings: Readonly<Record<string, string>>,
	afterMs: number,
): Promise<void> {
	const { child, gone } = spawned(folder, bindings);
	await new Promise((resolve) => setTimeout(resolve, afterMs));
	await killed(child, gone);
}

function spawned(folder: string, bindings: Readonly<Record<string, string>>) {
	const script = new URL("./worker-process.ts", import.meta.url).pathname;
	const child = spawn("node_modules/.bin/node", [script, folder, JSON.stringify(bindings)], {
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	return { child, gone: new Promise<void>((resolve) => child.once("exit", () => resolve())) };
}

async function originOf(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error("the process says nothing");
	for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("http")) return line;
	throw new Error("the Worker ended before it answered");
}

async function killed({ pid }: ChildProcess, gone: Promise<void>): Promise<void> {
	if (pid === undefined) throw new Error("the process has no id");
	process.kill(-pid, "SIGKILL");
	await gone;
}
