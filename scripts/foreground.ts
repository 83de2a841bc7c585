import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { untilStopped } from "./until-stopped.ts";

/** How long a program may take to stop by itself. */
const STOP_MS = 5_000;

/**
 * Runs a Node program with this terminal, and gives its exit status. When a signal or the death of npm stops us, the
 * program and its descendants are stopped too. Otherwise they would keep listening on their ports.
 */
export function inForeground(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
	const stopped = untilStopped();
	const child = spawn(process.execPath, args, { stdio: "inherit", env });
	const exit = exitOf(child);
	const stopping = stopped.then(() => stop(child, exit));
	return Promise.race([exit, stopping]);
}

const exitOf = (child: ChildProcess): Promise<number> =>
	new Promise((resolve, reject) => {
		child.once("error", reject).once("exit", (code) => resolve(code ?? 1));
	});

/** Ctrl-C in a terminal already reached the program. A second signal does no harm. */
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

/** All descendants of a process. They share our process group, so they cannot be killed by it. */
function descendantsOf(root: number): number[] {
	const { stdout = "" } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
	const rows = (stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number));
	const childrenOf = (parent: number): number[] =>
		rows.flatMap(([pid = 0, ppid]) => (ppid === parent && pid > 0 ? [pid, ...childrenOf(pid)] : []));
	return childrenOf(root);
}
