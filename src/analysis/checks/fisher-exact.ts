import type { RandomStream } from "../../randomisation/draw/generator.ts";
import type { Missing } from "../inference/coefficients.ts";
import { range } from "../numeric/arrays.ts";

export type FisherTest = {
	readonly p: number;
	/** How p was computed: from all tables with these margins, or from this number of drawn ones. */
	readonly tables: "all" | number;
};

/** Larger numbers of tables are sampled, not listed. */
const MOST_TABLES = 2_000_000;
/** R treats tables as equally likely up to this relative difference. */
const TOLERANCE = 1e-7;

/**
 * Fisher's exact test of independence in a table of counts (Fisher 1935; Freeman and Halton 1951, Biometrika 38:141-149): the
 * probability, given the margins, of all tables that are at most as likely as this one. For large tables p is estimated from
 * `draws` by (1 + extreme) / (1 + draws) (Davison and Hinkley).
 */
export function fisherExact(
	counts: readonly (readonly number[])[],
	sampling: { readonly draws: number; readonly stream: RandomStream },
): FisherTest | Missing {
	const table = withoutEmpty(counts);
	if (table.length < 2 || (table[0]?.length ?? 0) < 2)
		return { missing: "All counts are in one row or one column, so there is nothing to compare." };
	const columns = table[0]?.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0)) ?? [];
	const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
	const logs = logFactorials(rows.reduce((sum, count) => sum + count, 0));
	const observed = logWeight(table.flat(), logs);
	const listed = listAll(rows, columns, logs, observed);
	if (listed !== null) return { p: Math.min(1, listed), tables: "all" };
	return { p: drawnP(rows, columns, logs, observed, sampling), tables: sampling.draws };
}

function withoutEmpty(counts: readonly (readonly number[])[]): number[][] {
	const rows = counts.filter((row) => row.some((count) => count > 0));
	const kept = range(Math.max(0, ...rows.map((row) => row.length))).filter((column) =>
		rows.some((row) => (row[column] ?? 0) > 0),
	);
	return rows.map((row) => kept.map((column) => row[column] ?? 0));
}

function logFactorials(n: number): Float64Array {
	const logs = new Float64Array(n + 1);
	for (let k = 1; k <= n; k += 1) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
	return logs;
}

/** The logarithm of a table's probability, without the terms that the margins fix. */
const logWeight = (cells: readonly number[], logs: Float64Array): number =>
	cells.reduce((total, count) => total - (logs[count] ?? 0), 0);

/** The total probability of tables that are at most as likely as the observed one; null if there are too many tables. */
function listAll(
	rows: readonly number[],
	columns: readonly number[],
	logs: Float64Array,
	observed: number,
): number | null {
	const constant = [...rows, ...columns].reduce((total, margin) => total + (logs[margin] ?? 0), 0) - (logs.at(-1) ?? 0);
	let [tables, total] = [0, 0];
	const lastRow = rows.length - 1;
	const fill = (row: number, column: number, left: number, open: readonly number[], weight: number): boolean => {
		if (row === lastRow) {
			tables += 1;
			const whole = weight - open.reduce((sum, count) => sum + (logs[count] ?? 0), 0);
			if (whole <= observed + TOLERANCE) total += Math.exp(whole + constant);
			return tables <= MOST_TABLES;
		}
		if (column === open.length - 1) {
			const rest = open.map((count, index) => (index === column ? count - left : count));
			return fill(row + 1, 0, rows[row + 1] ?? 0, rest, weight - (logs[left] ?? 0));
		}
		// What the columns after this one cannot hold has to stand here: every branch ends in a table, so the limit counts them all.
		const after = sumFrom(open, column + 1);
		for (let count = Math.max(0, left - after); count <= Math.min(left, open[column] ?? 0); count += 1) {
			const rest = open.map((value, index) => (index === column ? value - count : value));
			if (!fill(row, column + 1, left - count, rest, weight - (logs[count] ?? 0))) return false;
		}
		return true;
	};
	return fill(0, 0, rows[0] ?? 0, columns, 0) ? total : null;
}

const sumFrom = (counts: readonly number[], from: number): number =>
	counts.reduce((sum, count, index) => (index < from ? sum : sum + count), 0);

function drawnP(
	rows: readonly number[],
	columns: readonly number[],
	logs: Float64Array,
	observed: number,
	{ draws, stream }: { readonly draws: number; readonly stream: RandomStream },
): number {
	let extreme = 0;
	for (let draw = 0; draw < draws; draw += 1)
		if (logWeight(drawnTable(rows, columns, logs, stream), logs) <= observed + TOLERANCE) extreme += 1;
	return (1 + extreme) / (1 + draws);
}

/**
 * A table with these margins, cell by cell from hypergeometric distributions (Patefield 1981, Appl Stat 30:91-97): the time
 * depends on the counts of a cell, not on how many people there are in all.
 */
function drawnTable(
	rows: readonly number[],
	columns: readonly number[],
	logs: Float64Array,
	stream: RandomStream,
): number[] {
	const open = [...columns];
	return rows.flatMap((size) => {
		let left = size;
		return columns.map((_, column) => {
			const count = hypergeometric(left, open[column] ?? 0, sumFrom(open, column + 1), logs, stream);
			left -= count;
			open[column] = (open[column] ?? 0) - count;
			return count;
		});
	});
}

/** How many of `drawn` are of the first kind, of which there are `first` beside `others`. */
function hypergeometric(
	drawn: number,
	first: number,
	others: number,
	logs: Float64Array,
	stream: RandomStream,
): number {
	const [fewest, most] = [Math.max(0, drawn - others), Math.min(drawn, first)];
	if (fewest === most) return fewest;
	const log = (n: number): number => logs[n] ?? 0;
	const choose = (n: number, k: number): number => log(n) - log(k) - log(n - k);
	const whole = choose(first + others, drawn);
	const chance = (count: number): number => Math.exp(choose(first, count) + choose(others, drawn - count) - whole);
	const likely = Math.floor(((drawn + 1) * (first + 1)) / (first + others + 2));
	const mode = Math.max(fewest, Math.min(most, likely));
	let [low, high] = [mode, mode];
	let rest = (stream.word() + stream.word() / 2 ** 32) / 2 ** 32 - chance(low);
	// Outwards from the most likely count, on both sides in turn.
	while (rest > 0 && (low > fewest || high < most)) {
		if (high < most) {
			high += 1;
			rest -= chance(high);
			if (rest <= 0) return high;
		}
		if (low > fewest) {
			low -= 1;
			rest -= chance(low);
			if (rest <= 0) return low;
		}
	}
	// Rounding left a little of the last count.
	return mode;
}
