import { frameOf, type ModelFrame } from "../formula/model-frame.ts";
import { likelihoodRatio } from "../inference/model-comparison.ts";
import { estimated } from "./estimated.ts";
import type { FitOptions, FitReport } from "./fit-report.ts";

/** A likelihood-ratio test against a smaller model. Mixed models are fitted again by maximum likelihood, as in R's `anova`. */
export function comparedWith(
	formula: string,
	larger: ModelFrame,
	options: FitOptions,
): NonNullable<FitReport["against"]> {
	const { robust: _robust, ...rest } = options;
	const byLikelihood = { ...rest, reml: false };
	const extras = options.weights === undefined ? [] : [options.weights];
	const smaller = frameOf(formula, larger.table, extras);
	const [one, other] = [smaller, larger].map((frame) => estimated(frame, byLikelihood, null));
	const likelihoodOf = (fit: typeof one, frame: ModelFrame) => ({
		logLik: fit?.likelihood.logLik ?? Number.NaN,
		parameters: fit?.likelihood.parameters ?? 0,
		n: frame.rows.length,
	});
	return {
		formula: smaller.formula.text,
		...likelihoodRatio(likelihoodOf(one, smaller), likelihoodOf(other, larger)),
	};
}
