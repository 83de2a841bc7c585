import { Matrix } from "ml-matrix";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import { type FixedDesign, fixedDesign } from "../linear/fixed-design.ts";
import { at } from "../numeric/arrays.ts";
import type { Minimum } from "../numeric/minimise.ts";
import { checkTerms } from "./checks.ts";
import { type Criterion, criterionOf, devianceOf, factorsOf, fixedPart } from "./criterion.ts";
import { type UnitBlock, unitBlock } from "./effects.ts";
import { systemOf } from "./elimination/build-system.ts";
import { optimum } from "./optimum.ts";
import { type RandomEffect, randomEffects, singularTerms } from "./random-effects.ts";
import { satterthwaite } from "./satterthwaite.ts";

export type MixedOptions = {
	/** Restricted maximum likelihood (the default) or maximum likelihood. */
	readonly reml?: boolean;
	/** The column of prior weights: the residual variance of a row is sigma² / weight. */
	readonly weights?: string;
};

export type MixedFit = LinearEstimates & {
	readonly frame: ModelFrame;
	readonly design: FixedDesign;
	readonly blocks: readonly UnitBlock[];
	readonly criterion: Criterion;
	readonly minimum: Minimum;
	readonly reml: boolean;
	readonly n: number;
	readonly groups: readonly { readonly group: string; readonly levels: number }[];
	readonly random: readonly RandomEffect[];
	readonly residualSd: number;
	readonly logLik: number;
	/** The number of fixed effects and of covariance parameters, plus one for the residual variance. */
	readonly parameters: number;
	readonly converged: boolean;
	/** Random terms whose covariance is at the boundary of the parameter space. */
	readonly singular: readonly string[];
};

/**
 * A linear mixed model by restricted or full maximum likelihood, as in lme4's `lmer`: Bates, Maechler, Bolker and Walker (2015,
 * J Stat Softw 67(1)). Tests and intervals use Satterthwaite's degrees of freedom, as in lmerTest. Throws a FormulaError if the
 * data cannot identify the model.
 */
export function fitMixed(frame: ModelFrame, options: MixedOptions = {}): MixedFit {
	const reml = options.reml ?? true;
	const design = fixedDesign(frame, options.weights);
	checkTerms(frame, design);
	const { blocks, criterion, scale } = prepare(frame, design, reml);
	const { minimum, found } = optimum(criterion);
	const sigma = scale * Math.sqrt(found.residual / criterion.degrees);
	const fixed = fixedPart(criterion);
	const covariance = design.toOriginal
		.mmul(fixed.covariance)
		.mmul(design.toOriginal.transpose())
		.mul(sigma ** 2);
	const shift = design.toOriginal.mmul(Matrix.columnVector(Array.from(fixed.coefficients)));
	const factors = factorsOf(criterion.system, minimum.point);
	const random = randomEffects(frame, blocks, factors, sigma);
	const singular = singularTerms(frame, factors);
	const parts = { design, blocks, criterion, point: minimum.point, sigma, scale, isSingular: singular.length > 0 };
	const deviance = devianceOf(criterion, found) + constants(criterion, design, scale);
	return {
		frame,
		design,
		blocks,
		criterion,
		minimum,
		reml,
		names: design.names,
		kept: design.kept,
		estimates: design.leastSquares.map((value, index) => value + scale * shift.get(index, 0)),
		covariance,
		degreesOf: lazily(() => satterthwaite(parts, covariance)),
		n: frame.rows.length,
		groups: groupsOf(frame),
		random,
		residualSd: sigma,
		logLik: -deviance / 2,
		parameters: design.kept.length + minimum.point.length + 1,
		converged: minimum.converged,
		singular,
	};
}

/** The criterion of a frame in unit coordinates. The response was divided by `scale`. */
export function prepare(
	frame: ModelFrame,
	design: FixedDesign,
	reml: boolean,
	clusters?: { readonly codes: Int32Array; readonly count: number },
): { readonly blocks: UnitBlock[]; readonly criterion: Criterion; readonly scale: number } {
	const { rootWeights } = design;
	const weighted = (column: Float64Array): Float64Array =>
		rootWeights ? column.map((value, row) => value * at(rootWeights, row)) : column;
	const blocks = frame.random.map(({ grouping, effects }) =>
		unitBlock({ codes: grouping.codes, levels: grouping.levels.length, columns: effects.columns.map(weighted) }),
	);
	const scale = Math.sqrt(design.residualSquares / frame.rows.length);
	const response = design.residuals.map((value) => value / scale);
	const system = systemOf({ blocks: blocks.map(({ block }) => block), dense: [...design.basis, response], clusters });
	return { blocks, criterion: criterionOf(system, reml), scale };
}

/** The constants that unit coordinates, a scaled response and weights remove from the deviance. */
const constants = ({ degrees, reml }: Criterion, design: FixedDesign, scale: number): number =>
	2 * degrees * Math.log(scale) + (reml ? 2 * design.logDetScale : 0) - design.logWeights;

function groupsOf(frame: ModelFrame): { group: string; levels: number }[] {
	const levels = new Map(frame.random.map(({ group, grouping }) => [group, grouping.levels.length]));
	return [...levels]
		.map(([group, count]) => ({ group, levels: count }))
		.sort((one, other) => other.levels - one.levels);
}

function lazily(make: () => (weights: Float64Array) => number): (weights: Float64Array) => number {
	let made: ((weights: Float64Array) => number) | null = null;
	return (weights) => {
		made ??= make();
		return made(weights);
	};
}
