import { chiSquareUpper } from "../numeric/distributions.ts";
import type { Missing } from "./coefficients.ts";

/** The values that likelihood comparisons need. */
export type Likelihood = { readonly logLik: number; readonly parameters: number; readonly n: number };

export type InformationCriteria = { readonly aic: number; readonly aicc: number | null; readonly bic: number };

/** Akaike's criterion (1974), its small-sample form (Hurvich and Tsai 1989; null if there are too few rows), and Schwarz's (1978). */
export function informationCriteria({ logLik, parameters, n }: Likelihood): InformationCriteria {
	const aic = 2 * parameters - 2 * logLik;
	const spare = n - parameters - 1;
	return {
		aic,
		aicc: spare > 0 ? aic + (2 * parameters * (parameters + 1)) / spare : null,
		bic: Math.log(n) * parameters - 2 * logLik,
	};
}

export type LikelihoodRatio = { readonly chiSquare: number; readonly df: number; readonly p: number };

/**
 * Wilks' likelihood-ratio test (1938, Ann Math Stat 9:60-62) of a model within a larger one, both fitted by maximum likelihood
 * on the same rows. A variance at 0 makes it conservative (Self and Liang 1987).
 */
export function likelihoodRatio(smaller: Likelihood, larger: Likelihood): LikelihoodRatio | Missing {
	if (smaller.n !== larger.n)
		return { missing: `The models use ${smaller.n} and ${larger.n} rows, so their likelihoods cannot be compared.` };
	const df = larger.parameters - smaller.parameters;
	if (df < 1) return { missing: "The second model has no more parameters than the first." };
	const chiSquare = Math.max(0, 2 * (larger.logLik - smaller.logLik));
	return { chiSquare, df, p: chiSquareUpper(chiSquare, df) };
}
