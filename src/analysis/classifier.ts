/**
 * How well two arms can be told apart by measurable features: a logistic regression on standardised features, fitted by
 * Newton's method with a small ridge (so that separable data has a finite solution). Each half of the data is scored by the
 * model fitted on the other half.
 */

/** The area under the ROC curve: the probability that a random positive scores higher than a random negative, counting ties half. */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
	const ranked = [
		...positives.map((score) => ({ score, positive: true })),
		...negatives.map((score) => ({ score, positive: false })),
	];
	ranked.sort((a, b) => a.score - b.score);
	let rankSum = 0;
	for (let start = 0; start < ranked.length; ) {
		let end = start;
		while (end < ranked.length && ranked[end]?.score === ranked[start]?.score) end += 1;
		const midRank = (start + 1 + end) / 2;
		for (let at = start; at < end; at += 1) if (ranked[at]?.positive) rankSum += midRank;
		start = end;
	}
	const n = positives.length;
	return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}

export type Example = { readonly features: readonly number[]; readonly positive: boolean };

/**
 * The mean AUC of two halves, each scored by the model fitted on the other half. The halves are not ranked together, because
 * scores of two models have no common scale. Examples alternate between the halves in their given order, so the order must not
 * alternate with any property of the data.
 */
export function crossFittedAuc(examples: readonly Example[]): number {
	const half = (remainder: number) => examples.filter((_, index) => index % 2 === remainder);
	const areas = [0, 1].map((remainder) => {
		const score = fitLogistic(half(1 - remainder));
		const of = (wanted: boolean) =>
			half(remainder).flatMap(({ features, positive }) => (positive === wanted ? [score(features)] : []));
		return auc(of(true), of(false));
	});
	return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

const RIDGE = 1e-2;
const STEPS = 25;

/** Returns a function from features to log odds. */
export function fitLogistic(examples: readonly Example[]): (features: readonly number[]) => number {
	const scale = standardiser(examples.map(({ features }) => features));
	const rows = examples.map(({ features, positive }) => ({ x: [1, ...scale(features)], y: positive ? 1 : 0 }));
	let weights = rows[0]?.x.map(() => 0) ?? [];
	for (let step = 0; step < STEPS; step += 1) weights = newtonStep(rows, weights);
	return (features) => dot(weights, [1, ...scale(features)]);
}

type Row = { readonly x: readonly number[]; readonly y: number };

function newtonStep(rows: readonly Row[], weights: readonly number[]): number[] {
	const gradient = weights.map((weight) => -RIDGE * weight);
	const hessian = weights.map((_, i) => weights.map((__, j): number => (i === j ? RIDGE : 0)));
	for (const { x, y } of rows) {
		const p = 1 / (1 + Math.exp(-dot(weights, x)));
		x.forEach((value, i) => {
			gradient[i] = (gradient[i] ?? 0) + (y - p) * value;
			const line = hessian[i] ?? [];
			x.forEach((other, j) => {
				line[j] = (line[j] ?? 0) + p * (1 - p) * value * other;
			});
		});
	}
	const step = solve(hessian, gradient);
	return weights.map((weight, index) => weight + (step[index] ?? 0));
}

/** Gaussian elimination with partial pivoting; the ridge makes the matrix positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
	const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
	const n = rows.length;
	for (let column = 0; column < n; column += 1) {
		const pivot = rows
			.slice(column)
			.reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
		const at = rows.indexOf(pivot);
		[rows[column], rows[at]] = [pivot, rows[column] ?? []];
		for (const row of rows.slice(column + 1)) {
			const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
			for (let k = column; k <= n; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
		}
	}
	const solution = Array.from({ length: n }, () => 0);
	for (let i = n - 1; i >= 0; i -= 1) {
		const row = rows[i] ?? [];
		const known = solution.reduce((sum, value, k) => (k > i ? sum + value * (row[k] ?? 0) : sum), 0);
		solution[i] = ((row[n] ?? 0) - known) / (row[i] ?? 1);
	}
	return solution;
}

/**
 * Standardises to mean 0 and variance 1. Constant features are left out: they carry no information, and a step costs the cube
 * of the number of features.
 */
function standardiser(samples: readonly (readonly number[])[]): (features: readonly number[]) => number[] {
	const n = samples.length;
	const varying = (samples[0] ?? []).flatMap((_, index) => {
		const column = samples.map((sample) => sample[index] ?? 0);
		const mean = column.reduce((sum, value) => sum + value, 0) / n;
		const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
		return deviation > 1e-12 ? [{ index, mean, deviation }] : [];
	});
	return (features) => varying.map(({ index, mean, deviation }) => ((features[index] ?? 0) - mean) / deviation);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
	a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
