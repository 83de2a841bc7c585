import { inverse, Matrix } from "ml-matrix";
import { range } from "../numeric/arrays.ts";

const MOST_ITERATIONS = 200;

/**
 * Quasi-variances q of Firth and de Menezes (2004, Biometrika 91:65-80): q_i + q_j approximates the variance of each
 * difference, with the least sum of squared log errors, as in R's qvcalc. Null for fewer than three items, and if no solution
 * has only positive quasi-variances.
 */
export function quasiVariances(covariance: Matrix): number[] | null {
	const n = covariance.rows;
	if (n < 3) return null;
	const pairs = range(n).flatMap((i) => range(n - i - 1).map((step) => [i, i + step + 1] as const));
	const variances = pairs.map(([i, j]) => covariance.get(i, i) + covariance.get(j, j) - 2 * covariance.get(i, j));
	if (variances.some((variance) => !(variance > 0))) return null;
	let quasi = range(n).map(() => variances.reduce((total, value) => total + value, 0) / variances.length / 2);
	for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
		const step = gaussNewton(quasi, pairs, variances);
		if (!step) return null;
		quasi = moved(quasi, step, pairs);
		if (step.every((change, i) => Math.abs(change) <= 1e-13 * Math.abs(quasi[i] ?? 1))) break;
	}
	return quasi.every((value) => value > 0) ? quasi : null;
}

function gaussNewton(
	quasi: readonly number[],
	pairs: readonly (readonly [number, number])[],
	variances: readonly number[],
): number[] | null {
	const normal = Matrix.zeros(quasi.length, quasi.length);
	const right = quasi.map(() => 0);
	pairs.forEach(([i, j], index) => {
		const sum = (quasi[i] ?? 0) + (quasi[j] ?? 0);
		const error = Math.log(variances[index] ?? 1) - Math.log(sum);
		for (const one of [i, j]) {
			right[one] = (right[one] ?? 0) + error / sum;
			for (const other of [i, j]) normal.set(one, other, normal.get(one, other) + 1 / (sum * sum));
		}
	});
	try {
		return inverse(normal).mmul(Matrix.columnVector(right)).to1DArray();
	} catch {
		// Singular: the quasi-variances are not unique.
		return null;
	}
}

/** The full step, or the part of it that keeps all sums of two positive. */
function moved(
	quasi: readonly number[],
	step: readonly number[],
	pairs: readonly (readonly [number, number])[],
): number[] {
	for (let length = 1; length > 1e-6; length /= 2) {
		const next = quasi.map((value, i) => value + length * (step[i] ?? 0));
		if (pairs.every(([i, j]) => (next[i] ?? 0) + (next[j] ?? 0) > 0)) return next;
	}
	return [...quasi];
}
