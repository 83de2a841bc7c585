import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux reports times of processes. */
const TICKS = 100;

/** CPU time in milliseconds of all descendants of this process. 0 without /proc. */
export function childrenCpuMs(of = process.pid): number {
	const processes = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
	const below = (pid: number): number =>
		processes.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.cpuMs + below(child.pid), 0);
	return below(of);
}

/** CPU time in milliseconds of each thread of all processes that this one started, by the ids of process and thread. */
export function threadsCpuMs(of = process.pid): ReadonlyMap<string, number> {
	const processes = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
	const below = (pid: number): number[] =>
		processes.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...below(child.pid)]);
	const threads = below(of).flatMap((pid) =>
		(foldersIn(`/proc/${pid}/task`) ?? []).flatMap((thread) => statOf(`${pid}/task/${thread}`) ?? []),
	);
	return new Map(threads.map(({ path, cpuMs }) => [path, cpuMs]));
}

/** The CPU time of the thread that worked most since `before`. Near the wall time, that thread was what everything waited for. */
export const busiestThreadMs = (before: ReadonlyMap<string, number>): number =>
	Math.max(0, ...[...threadsCpuMs()].map(([path, cpuMs]) => cpuMs - (before.get(path) ?? 0)));

function foldersIn(path: string): string[] | null {
	try {
		return readdirSync(path);
	} catch {
		return null;
	}
}

/** Null for a process that has ended meanwhile. */
function statOf(path: string): { path: string; pid: number; parent: number; cpuMs: number } | null {
	try {
		const text = readFileSync(`/proc/${path}/stat`, "utf8");
		// The name in brackets may contain spaces.
		const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
		const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
		return {
			path,
			pid: Number(text.slice(0, text.indexOf(" "))),
			parent: parent ?? 0,
			cpuMs: (((user ?? 0) + (system ?? 0)) * 1000) / TICKS,
		};
	} catch {
		return null;
	}
}
