import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { toldToEnd } from "./told-to-end.ts";

/** How long a program may take to stop by itself. */
const STOP_MS = 5_000;

/**
 * Runs a Node program with this terminal, and gives its exit status. When we are told to end, by a signal or because npm was
 * killed, the program and all that it started end too: otherwise it would go on listening on its port.
 */
export function inForeground(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
	const told = toldToEnd();
	const child = spawn(process.execPath, args, { stdio: "inherit", env });
	const exit = exitOf(child);
	const stopping = told.then(() => stop(child, exit));
	return Promise.race([exit, stopping]);
}

const exitOf = (child: ChildProcess): Promise<number> =>
	new Promise((resolve, reject) => {
		child.once("error", reject).once("exit", (code) => resolve(code ?? 1));
	});

/** Ctrl-C in a terminal has told the program already. A second time does no harm. */
async function stop(child: ChildProcess, exit: Promise<number>): Promise<number> {
	const started = child.pid === undefined ? [] : descendantsOf(child.pid);
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
	const code = await exit;
	clearTimeout(timer);
	// wrangler may leave before its workerd does.
	for (const pid of started) killed(pid);
	return code;
}

function killed(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It has ended.
	}
}

/** All processes that this one started, and that those started. They share our process group, so they have no other name. */
function descendantsOf(root: number): number[] {
	const { stdout = "" } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
	const rows = (stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number));
	const childrenOf = (parent: number): number[] =>
		rows.flatMap(([pid = 0, ppid]) => (ppid === parent && pid > 0 ? [pid, ...childrenOf(pid)] : []));
	return childrenOf(root);
}
