import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { Factor } from "../formula/values.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import type { FittedModel } from "../inference/marginal-means.ts";
import { type InformationCriteria, informationCriteria, type Likelihood } from "../inference/model-comparison.ts";
import type { LikelihoodFit } from "../likelihood/fit.ts";
import { latentModel } from "../likelihood/latent.ts";
import { fitLogistic } from "../likelihood/logistic.ts";
import { fitOrdinal } from "../likelihood/ordinal.ts";
import { withClusters } from "../likelihood/sandwich.ts";
import { clusterRobust } from "../linear/cluster-robust.ts";
import { fitLeastSquares, type LeastSquaresFit } from "../linear/least-squares.ts";
import { fitMixed, type MixedFit } from "../mixed/fit.ts";
import type { RandomEffect } from "../mixed/random-effects.ts";
import type { FitOptions } from "./fit-report.ts";

/** The common part of all estimators' results, for a report. */
export type Estimated = {
	readonly method: string;
	readonly estimates: LinearEstimates;
	readonly forMeans: FittedModel;
	readonly groups: Readonly<Record<string, number>>;
	readonly random: readonly RandomEffect[];
	readonly residualSd: number | null;
	readonly converged: boolean;
	readonly likelihood: { readonly logLik: number; readonly parameters: number } & InformationCriteria;
	readonly notes: readonly string[];
	readonly fit:
		| { readonly kind: "mixed"; readonly model: MixedFit }
		| { readonly kind: "leastSquares"; readonly model: LeastSquaresFit }
		| { readonly kind: "likelihood"; readonly model: LikelihoodFit };
};

export function estimated(frame: ModelFrame, options: FitOptions, clusters: Factor | null): Estimated {
	const family = options.family ?? "gaussian";
	if (frame.random.length > 0) {
		if (family !== "gaussian")
			throw new FormulaError(
				`A ${family} model has no random terms here. Remove them, and name the participant as the cluster.`,
			);
		if (options.robust)
			throw new FormulaError("Robust errors are for models without random terms. Choose one of the two.");
		return mixed(frame, options);
	}
	return family === "gaussian" ? leastSquares(frame, options, clusters) : likelihood(frame, options, clusters);
}

const likelihoodPart = (fit: Likelihood) => ({
	logLik: fit.logLik,
	parameters: fit.parameters,
	...informationCriteria(fit),
});

function mixed(frame: ModelFrame, options: FitOptions): Estimated {
	const model = fitMixed(frame, {
		reml: options.reml ?? true,
		...(options.weights === undefined ? {} : { weights: options.weights }),
	});
	const by = model.reml ? "restricted maximum likelihood" : "maximum likelihood";
	return {
		method: `Linear mixed model by ${by}; t tests with Satterthwaite's degrees of freedom`,
		estimates: model,
		forMeans: model,
		groups: Object.fromEntries(model.groups.map(({ group, levels }) => [group, levels])),
		random: model.random,
		residualSd: model.residualSd,
		converged: model.converged,
		likelihood: likelihoodPart(model),
		notes: mixedNotes(model),
		fit: { kind: "mixed", model },
	};
}

function mixedNotes(model: MixedFit): string[] {
	const dropped = model.blocks.flatMap(({ dropped: columns }, index) => {
		const term = model.frame.random[index];
		return columns.map((column) => `${term?.effects.names[column]} by ${term?.group}`);
	});
	return [
		...(model.singular.length > 0
			? [
					`The fit is singular: ${model.singular.join(", ")} has a variance of 0, or a correlation of 1 or -1. The data do not support all of its random effects; consider a simpler random part.`,
				]
			: []),
		...(dropped.length > 0
			? [`Random effects left out, because they are combinations of others: ${dropped.join(", ")}.`]
			: []),
	];
}

function leastSquares(frame: ModelFrame, options: FitOptions, clusters: Factor | null): Estimated {
	const model = fitLeastSquares(frame, options.weights);
	const robust = options.robust && clusters ? clusterRobust(model, clusters, options.robust) : null;
	const errors = robust
		? `${options.robust} errors by ${options.cluster} (${clusters?.levels.length} clusters) and Satterthwaite's degrees of freedom`
		: `${model.residualDf} residual degrees of freedom`;
	const estimates = robust ?? model;
	return {
		method: `${options.weights === undefined ? "Ordinary" : "Weighted"} least squares; t tests with ${errors}`,
		estimates,
		forMeans: { ...model, ...estimates },
		groups: {},
		random: [],
		residualSd: model.residualSd,
		converged: true,
		likelihood: likelihoodPart(model),
		notes: [],
		fit: { kind: "leastSquares", model },
	};
}

function likelihood(frame: ModelFrame, options: FitOptions, clusters: Factor | null): Estimated {
	const binary = options.family === "binomial";
	const model = binary ? fitLogistic(frame, options.weights) : fitOrdinal(frame, options.weights);
	const estimates = options.robust && clusters ? withClusters(model, clusters) : model;
	const errors = options.robust
		? `errors robust to any correlation by ${options.cluster} (${clusters?.levels.length} clusters), t tests with one degree of freedom less`
		: "z tests";
	return {
		method: `${binary ? "Logistic regression" : "Cumulative logit model"} by maximum likelihood; ${errors}`,
		estimates,
		forMeans: binary ? estimates : latentModel(estimates),
		groups: {},
		random: [],
		residualSd: null,
		converged: model.converged,
		likelihood: likelihoodPart(model),
		notes: separationNotes(model),
		fit: { kind: "likelihood", model },
	};
}

const separationNotes = ({ separated }: LikelihoodFit): string[] =>
	separated.length === 0
		? []
		: [
				`The responses are separated: the likelihood rises for ever, so ${separated.join(", ")} ${separated.length === 1 ? "has" : "have"} no finite estimate. The other estimates are the limits.`,
			];
