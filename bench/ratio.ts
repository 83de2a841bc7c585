import { type Spread, spreadOf } from "./section.ts";

export type Work = () => unknown | Promise<unknown>;

/** CPU time of the work, divided by that of the yardstick. */
export type Ratio = Spread & { readonly workMs: number };

const ROUNDS = 15;
const WARM_UP = 3;

/**
 * Work and yardstick run in turn, so that other load on the machine affects both. Only the ratio within one run is comparable.
 * Times depend on the machine and its load, so no test asserts them.
 */
export async function ratioOf(work: Work, yardstick: Work): Promise<Ratio> {
	const ratios: number[] = [];
	const times: number[] = [];
	for (let round = -WARM_UP; round < ROUNDS; round++) {
		const [workMs, yardstickMs] = [await timed(work), await timed(yardstick)];
		if (round < 0) continue;
		ratios.push(workMs / yardstickMs);
		times.push(workMs);
	}
	return { ...spreadOf(ratios), workMs: spreadOf(times).median };
}

/** CPU time, because elapsed time depends on other programs on the machine. */
async function timed(work: Work): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
