import { Matrix } from "ml-matrix";
import { FormulaError } from "../formula/expression.ts";
import { inverted, type Maximum, maximise } from "../likelihood/newton.ts";
import { LONG_SEARCH } from "../likelihood/separation.ts";
import { at, range } from "../numeric/arrays.ts";
import { choiceCurvature, scratchOf, totalsOf } from "./choice-likelihood.ts";
import { type Choices, choicesOf, chosenSizes, type ItemCovariates, type Parameters } from "./choice-sets.ts";
import { connectivityFault } from "./connectivity.ts";
import type { Ranking, RankingData } from "./rankings.ts";

export type RankingOptions = {
	readonly covariates?: ItemCovariates;
	/** Wins and losses of each item against a hypothetical item of log-worth 0; R's PlackettLuce adds 0.5. None by default. */
	readonly pseudo?: number;
};

export type RankingFit = {
	readonly data: RankingData;
	readonly choices: Choices;
	readonly maximum: Maximum;
	readonly pseudo: number;
	/** Items except the first, ties by size, covariates. */
	readonly names: readonly string[];
	/** Log-worths relative to the first item, log prevalences of ties, coefficients of covariates. */
	readonly estimates: Float64Array;
	readonly covariance: Matrix;
	/** Sizes of ties with a parameter. */
	readonly tieSizes: readonly number[];
	readonly covariateNames: readonly string[];
	readonly logLik: number;
	readonly parameters: number;
	/** The number of rankings, counting repeats. */
	readonly n: number;
};

/**
 * The Plackett-Luce model with ties of any order, of Turner, van Etten, Firth and Kosmidis (2020, Comput Stat 35:1027-1057): at
 * each stage a group S is chosen with odds delta_|S| (product of worths in S)^(1/|S|). For rankings of two items it is the
 * model of Bradley and Terry (1952), with Davidson's ties (1970, J Am Stat Assoc 65:317-328). Covariates of items enter the
 * log-worth, as in a conditional logit model (Chapman and Staelin 1982, J Mark Res 19:288-301). Maximum likelihood by Newton's
 * method. Throws a FormulaError if worths are not finite.
 */
export function fitRankings(data: RankingData, options: RankingOptions = {}): RankingFit {
	const pseudo = options.pseudo ?? 0;
	check(data, pseudo);
	const parameters = parametersOf(data, options, pseudo);
	const choices = choicesOf(pseudo > 0 ? withPseudo(data, pseudo) : data, parameters, options.covariates ?? null);
	const everybody = new Float64Array(choices.met.length).fill(1);
	const totals = totalsOf(choices, everybody);
	const scratch = scratchOf(choices);
	const maximum = maximise(
		(point) => choiceCurvature(choices, totals, point, scratch),
		new Float64Array(parameters.count),
		(step, iteration) => iteration >= LONG_SEARCH && choicesNeverFall(choices, step),
	);
	if (!maximum)
		throw new FormulaError(
			"Some covariates are the same for all items of each ranking, or combinations of others, so they cannot be estimated.",
		);
	if (!maximum.converged)
		throw new FormulaError("The covariates or ties separate the choices: some effect is infinite. Remove a covariate.");
	return assembled(data, choices, maximum, options, pseudo);
}

function check(data: RankingData, pseudo: number): void {
	if (data.items.length < 2) throw new FormulaError("All rankings have only one item, so nothing is compared.");
	if (chosenSizes(data).every((size) => size > 1))
		throw new FormulaError("All items are tied in every ranking, so worths cannot be distinguished.");
	const reason = pseudo > 0 ? null : connectivityFault(data);
	if (reason !== null) throw new FormulaError(reason);
}

function parametersOf(data: RankingData, { covariates }: RankingOptions, pseudo: number): Parameters {
	// With pseudo-comparisons, the worth of the hypothetical item is the fixed one.
	const free = data.items.length - (pseudo > 0 ? 0 : 1);
	const itemPlaces = range(data.items.length).map((item) => (pseudo > 0 ? item : item - 1));
	const orders = chosenSizes(data);
	const firstCovariate = free + orders.length - 1;
	return {
		itemPlaces,
		orders,
		firstTie: free,
		firstCovariate,
		count: firstCovariate + (covariates?.names.length ?? 0),
	};
}

/** Adds a hypothetical participant who compares each item with a hypothetical one. */
function withPseudo(data: RankingData, pseudo: number): RankingData {
	const [item, participant] = [data.items.length, data.participants.length];
	const pair = (groups: number[][]): Ranking => ({
		participant,
		weight: pseudo,
		groups,
		rows: groups.map((group) => group.map(() => -1)),
	});
	const added = range(data.items.length).flatMap((other) => [pair([[item], [other]]), pair([[other], [item]])]);
	return {
		...data,
		items: [...data.items, ""],
		participants: [...data.participants, ""],
		rankings: [...data.rankings, ...added],
	};
}

/** Whether, along this direction, every chosen group gains on all alternatives at every stage. */
function choicesNeverFall({ sets, stages }: Choices, step: Float64Array): boolean {
	let largest = 0;
	for (const { set, chosen } of stages) {
		const own = chosen.reduce((total, [place, value]) => total + value * at(step, place), 0);
		const gaps = rowsOf(sets[set], step).map((other) => own - other);
		if (gaps.some((gap) => gap < -1e-6)) return false;
		largest = Math.max(largest, ...gaps);
	}
	return largest > 1e-3;
}

function rowsOf(set: Choices["sets"][number] | undefined, step: Float64Array): number[] {
	if (!set) return [];
	return range(set.starts.length - 1).map((row) => {
		let total = 0;
		for (let entry = set.starts[row] ?? 0; entry < (set.starts[row + 1] ?? 0); entry += 1)
			total += (set.values[entry] ?? 0) * at(step, set.places[entry] ?? 0);
		return total;
	});
}

function assembled(
	data: RankingData,
	choices: Choices,
	maximum: Maximum,
	options: RankingOptions,
	pseudo: number,
): RankingFit {
	const { parameters } = choices;
	const valueAt = (place: number): number => (place < 0 ? 0 : at(maximum.point, place));
	const base = valueAt(parameters.itemPlaces[0] ?? -1);
	const covariance = relativeCovariance(choices, maximum, pseudo);
	const covariateNames = options.covariates?.names ?? [];
	const tieSizes = parameters.orders.slice(1);
	return {
		data,
		choices,
		maximum,
		pseudo,
		names: [...data.items.slice(1), ...tieSizes.map((size) => `tie${size}`), ...covariateNames],
		estimates: Float64Array.from([
			...data.items.slice(1).map((_, item) => valueAt(parameters.itemPlaces[item + 1] ?? -1) - base),
			...range(parameters.count - parameters.firstTie).map((index) => valueAt(parameters.firstTie + index)),
		]),
		covariance,
		tieSizes,
		covariateNames,
		logLik: realLogLik(choices, maximum, pseudo),
		parameters: covariance.rows,
		n: data.rankings.reduce((total, { weight }) => total + weight, 0),
	};
}

/** Weights that count every participant except the hypothetical one. */
export function realWeights({ met }: Choices, pseudo: number): Float64Array {
	const weights = new Float64Array(met.length).fill(1);
	if (pseudo > 0) weights[met.length - 1] = 0;
	return weights;
}

const realLogLik = (choices: Choices, { point, value }: Maximum, pseudo: number): number =>
	pseudo > 0
		? choiceCurvature(choices, totalsOf(choices, realWeights(choices, pseudo)), point, scratchOf(choices), false).value
		: value;

/**
 * The covariance of worths relative to the first item, ties and covariates. With pseudo-comparisons, from the information of
 * the real comparisons, as in R's PlackettLuce; if these do not link all items, from all comparisons.
 */
function relativeCovariance(choices: Choices, { point, covariance }: Maximum, pseudo: number): Matrix {
	if (pseudo === 0) return covariance;
	const { count } = choices.parameters;
	const real = totalsOf(choices, realWeights(choices, pseudo));
	const { information } = choiceCurvature(choices, real, point, scratchOf(choices));
	const withoutFirst = new Float64Array((count - 1) ** 2);
	for (let i = 1; i < count; i += 1)
		for (let j = 1; j <= i; j += 1) withoutFirst[(i - 1) * (count - 1) + j - 1] = at(information, i * count + j);
	const inverse = inverted(withoutFirst, count - 1);
	if (inverse?.diagonal().every((value) => value < 1e10)) return inverse;
	const relative = Matrix.eye(count).subMatrix(1, count - 1, 0, count - 1);
	for (let item = 0; item < choices.parameters.firstTie - 1; item += 1) relative.set(item, 0, -1);
	return relative.mmul(covariance).mmul(relative.transpose());
}
