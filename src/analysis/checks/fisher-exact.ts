import { type RandomStream, shuffle } from "../../randomisation/draw/generator.ts";
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
			if (left > (open[column] ?? 0)) return true;
			const rest = open.map((count, index) => (index === column ? count - left : count));
			return fill(row + 1, 0, rows[row + 1] ?? 0, rest, weight - (logs[left] ?? 0));
		}
		for (let count = 0; count <= Math.min(left, open[column] ?? 0); count += 1) {
			const rest = open.map((value, index) => (index === column ? value - count : value));
			if (!fill(row, column + 1, left - count, rest, weight - (logs[count] ?? 0))) return false;
		}
		return true;
	};
	return fill(0, 0, rows[0] ?? 0, columns, 0) ? total : null;
}

function drawnP(
	rows: readonly number[],
	columns: readonly number[],
	logs: Float64Array,
	observed: number,
	{ draws, stream }: { readonly draws: number; readonly stream: RandomStream },
): number {
	const labels = columns.flatMap((count, column) => range(count).map(() => column));
	let extreme = 0;
	for (let draw = 0; draw < draws; draw += 1) {
		const order = shuffle(stream, labels);
		let start = 0;
		const cells = rows.flatMap((count) => {
			const counts = columns.map(() => 0);
			for (const column of order.slice(start, start + count)) counts[column] = (counts[column] ?? 0) + 1;
			start += count;
			return counts;
		});
		if (logWeight(cells, logs) <= observed + TOLERANCE) extreme += 1;
	}
	return (1 + extreme) / (1 + draws);
}
