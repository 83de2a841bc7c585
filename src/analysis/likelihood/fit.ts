import type { ModelFrame } from "../formula/model-frame.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import type { FixedDesign } from "../linear/fixed-design.ts";

/** A model fitted by maximum likelihood without random effects. */
export type LikelihoodFit = LinearEstimates & {
	readonly frame: ModelFrame;
	readonly design: Pick<FixedDesign, "aliases">;
	readonly n: number;
	readonly logLik: number;
	readonly parameters: number;
	readonly converged: boolean;
	/** Coefficients without a finite maximum, because a combination of columns separates the responses. */
	readonly separated: readonly string[];
	/** For each kept coefficient, the derivative of each row's log likelihood. */
	readonly scores: readonly Float64Array[];
};
