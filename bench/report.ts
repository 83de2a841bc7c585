import { spawnSync } from "node:child_process";
import type { Section } from "./section.ts";

const PEOPLE = 530;
/** The first is the yardstick. Time grows with draws times people, so few draws show the growth with people. */
const SIZES = [
	{ times: 1, draws: 200 },
	{ times: 3, draws: 200 },
	{ times: 10, draws: 200 },
	{ times: 1, draws: 2000 },
] as const;

type ReportCost = { readonly cpuSeconds: number; readonly megabytes: number };

/** The whole report in a process of its own, because the most memory of a process never falls. */
function reportCost(times: number, draws: number): ReportCost {
	const script = new URL("./report-process.ts", import.meta.url).pathname;
	const args = ["--expose-gc", script, String(PEOPLE * times), String(draws)];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
	if (status !== 0) throw new Error(`The report of ${times} times the data failed:\n${stderr}`);
	return JSON.parse(stdout);
}

/** Once at each size: the largest takes minutes. */
export function reports(): Section {
	const costs = SIZES.map(({ times, draws }) => ({ times, draws, ...reportCost(times, draws) }));
	const [first] = costs;
	return {
		title: "The whole report",
		about:
			"Of studies with as many simulated twins as people, without plots. Each in a process of its own, once. Memory is beyond the rows.",
		columns: ["participants", "bootstrap draws", "CPU, times the first", "memory, times the first", "CPU", "memory"],
		rows: costs.map(({ times, draws, cpuSeconds, megabytes }) => [
			String(PEOPLE * times),
			String(draws),
			(cpuSeconds / (first?.cpuSeconds ?? Number.NaN)).toFixed(1),
			(megabytes / (first?.megabytes ?? Number.NaN)).toFixed(1),
			`${cpuSeconds.toFixed(0)} s`,
			`${megabytes.toFixed(0)} MB`,
		]),
	};
}
