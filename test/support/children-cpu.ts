import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux reports times of processes. */
const TICKS = 100;

/** CPU time in milliseconds of all processes that this one started, and theirs. 0 where there is no /proc. */
export function childrenCpuMs(of = process.pid): number {
	const processes = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
	const below = (pid: number): number =>
		processes.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + child.cpuMs + below(child.pid), 0);
	return below(of);
}

/** Null for a process that has ended meanwhile. */
function statOf(pid: number): { pid: number; parent: number; cpuMs: number } | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		// The name in brackets may contain spaces.
		const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
		const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
		return { pid, parent: parent ?? 0, cpuMs: (((user ?? 0) + (system ?? 0)) * 1000) / TICKS };
	} catch {
		return null;
	}
}
