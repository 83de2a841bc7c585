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
	const script = new URL("./worker-process.ts", import.meta.url).pathname;
	const child = spawn("node_modules/.bin/node", [script, folder, JSON.stringify(bindings)], {
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	return { origin: await originOf(child), kill: () => killed(child, gone) };
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
