import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { ModelFrame } from "../formula/model-frame.ts";
import { originalFactor, type UnitBlock } from "./effects.ts";
import type { Factors } from "./elimination/scaling.ts";

/** The standard deviation of one random effect over the levels of its group. */
export type RandomEffect = {
	readonly group: string;
	readonly term: string;
	readonly sd: number;
	/** Correlation with the first effect of the same random term. Absent for that effect, and if a standard deviation is 0. */
	readonly corr?: number;
	/** Correlation with each earlier effect of the same random term. */
	readonly correlations?: Readonly<Record<string, number>>;
};

/** In lme4's order: groups with more levels first, otherwise as in the formula. */
export function randomEffects(
	frame: ModelFrame,
	blocks: readonly UnitBlock[],
	factors: Factors,
	sigma: number,
): RandomEffect[] {
	const bySize = frame.random
		.map((term, index) => ({ ...term, index }))
		.sort((one, other) => other.grouping.levels.length - one.grouping.levels.length);
	return bySize.flatMap(({ group, effects, index }) => {
		const block = blocks[index];
		if (!block) return [];
		const names = block.kept.map((column) => effects.names[column] ?? "");
		const factor = originalFactor(squareOf(factors[index]), block.toUnit);
		return effectsOf(group, names, factor.mmul(factor.transpose()).mul(sigma ** 2));
	});
}

export function squareOf(values: Float64Array | undefined): Matrix {
	const width = Math.round(Math.sqrt(values?.length ?? 0));
	return Matrix.from1DArray(width, width, values ?? []);
}

function effectsOf(group: string, names: readonly string[], covariance: Matrix): RandomEffect[] {
	const sd = covariance.diagonal().map((variance) => Math.sqrt(Math.max(0, variance)));
	return names.map((term, row) => {
		const correlations = names.slice(0, row).flatMap((other, column) => {
			const product = (sd[row] ?? 0) * (sd[column] ?? 0);
			return product > 0 ? [[other, clamped(covariance.get(row, column) / product)] as const] : [];
		});
		const first = correlations.find(([other]) => other === names[0]);
		return {
			group,
			term,
			sd: sd[row] ?? Number.NaN,
			...(first ? { corr: first[1] } : {}),
			...(correlations.length > 0 ? { correlations: Object.fromEntries(correlations) } : {}),
		};
	});
}

const clamped = (correlation: number): number => Math.min(1, Math.max(-1, correlation));

/** lme4's `isSingular` uses this tolerance for the diagonal of the relative factor. */
const TOLERANCE = 1e-4;

/** The random terms in which some combination of effects has no variance. */
export function singularTerms(frame: ModelFrame, factors: Factors): string[] {
	return frame.random.flatMap(({ group, effects }, index) => {
		const factor = squareOf(factors[index]);
		const least = Math.min(...new EigenvalueDecomposition(factor.mmul(factor.transpose())).realEigenvalues);
		return Math.sqrt(Math.max(0, least)) < TOLERANCE ? [`(${effects.names.join(" + ")} | ${group})`] : [];
	});
}
