import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const WATCH_MS = 500;

/**
 * Resolves when this program must stop: on a signal, or when the npm that runs it was killed, which sends no signal. Call it
 * before anything is started, so that no process is left behind.
 */
export const untilStopped = (): Promise<void> =>
	new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
		const isOrphaned = orphanhood();
		setInterval(() => isOrphaned() && resolve(), WATCH_MS).unref();
	});

/** A new parent means that the old one is gone. npm runs us by a shell, which outlives npm and gets a new parent then. */
function orphanhood(): () => boolean {
	const parent = process.ppid;
	const above = isShellOfNpm(parent) ? parentOf(parent) : null;
	return () => process.ppid !== parent || (above !== null && parentOf(parent) !== above);
}

const isShellOfNpm = (pid: number): boolean =>
	process.env.npm_lifecycle_event !== undefined && /^-?(ba|da|z|k|a)?sh$/.test(basename(ps("comm=", pid)));

/** From /proc if there is one: starting `ps` twice a second would be slow. */
function parentOf(pid: number): number {
	try {
		const [, afterName = ""] = /\)\s+(.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
		return Number(afterName.split(" ")[1]);
	} catch {
		return Number(ps("ppid=", pid));
	}
}

const ps = (column: string, pid: number): string =>
	(spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
