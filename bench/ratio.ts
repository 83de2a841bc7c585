export type Work = () => unknown | Promise<unknown>;

/** How many times as long the work takes as the yardstick. */
export type Ratio = { readonly median: number; readonly least: number; readonly most: number; readonly workMs: number };

const ROUNDS = 15;
const WARM_UP = 3;

/**
 * Both are run in turn, so that whatever else the machine does meets both: what is told is a ratio within one run. Times
 * themselves are of this machine at this minute, and nothing is ever asserted by them.
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
	return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios), workMs: median(times) };
}

/** CPU and not the clock: who else works on this machine is not what is measured. */
async function timed(work: Work): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function median(values: readonly number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
