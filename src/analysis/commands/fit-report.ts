import type { Coefficient, Missing } from "../inference/coefficients.ts";
import type { JointTest } from "../inference/joint-test.ts";
import type { Contrast, MarginalMean } from "../inference/marginal-means.ts";
import type { LikelihoodRatio } from "../inference/model-comparison.ts";
import type { RobustType } from "../linear/cluster-robust.ts";
import type { RandomEffect } from "../mixed/random-effects.ts";

export type Family = "gaussian" | "binomial" | "ordinal";

export type FitOptions = {
	readonly family?: Family;
	/** Whether mixed models use restricted maximum likelihood; the default. */
	readonly reml?: boolean;
	readonly weights?: string;
	/** The column of clusters, such as participants, that robust errors and the bootstrap keep together. */
	readonly cluster?: string;
	/** Cluster-robust errors of this kind instead of the model's own. Not for mixed models. */
	readonly robust?: RobustType;
	readonly bootstrap?: { readonly draws: number; readonly seed: string };
	/** Factors for marginal means and contrasts. */
	readonly means?: readonly string[];
	/** A smaller model, nested in this one, for a likelihood-ratio test. */
	readonly against?: string;
};

/** The results of a model, as JSON. `missing` gives the reason for each absent number. */
export type FitReport = {
	readonly formula: string;
	/** The estimator and method, for readers. */
	readonly method: string;
	readonly n: number;
	/** Rows left out because they lack a variable of the model. */
	readonly omitted: number;
	/** The number of levels of each grouping factor. */
	readonly groups: Readonly<Record<string, number>>;
	readonly converged: boolean;
	readonly logLik: number;
	readonly parameters: number;
	readonly aic: number;
	readonly aicc: number | null;
	readonly bic: number;
	readonly fixed: readonly Coefficient[];
	readonly random: readonly RandomEffect[];
	readonly residualSd: number | null;
	/** What a reader must know before the numbers: rows left out, columns dropped, variances at 0. */
	readonly notes: readonly string[];
	readonly means?: readonly Omit<MarginalMean, "weights" | "offset">[];
	/** The test that all these means are equal. */
	readonly equality?: JointTest | Missing;
	readonly contrasts?: readonly Contrast[];
	readonly bootstrap?: readonly BootstrapRow[];
	readonly against?: { readonly formula: string } & (LikelihoodRatio | { readonly missing: string });
};

export type BootstrapRow = {
	readonly term: string;
	readonly draws: number;
	readonly failed: number;
} & ({ readonly se: number; readonly lower: number; readonly upper: number } | { readonly missing: string });
