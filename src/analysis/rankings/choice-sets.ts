import { FormulaError } from "../formula/expression.ts";
import { range } from "../numeric/arrays.ts";
import type { RankingData } from "./rankings.ts";

/** Covariates of items within rankings: the values for each row of the table. */
export type ItemCovariates = { readonly names: readonly string[]; readonly rows: ReadonlyMap<number, Float64Array> };

/** The index of each parameter. -1 is a worth fixed at 0. */
export type Parameters = {
	readonly itemPlaces: readonly number[];
	/** The sizes of chosen groups that occur, ascending. All except the first have a parameter. */
	readonly orders: readonly number[];
	readonly firstTie: number;
	readonly firstCovariate: number;
	readonly count: number;
};

/** The alternatives at one stage. Each row is an item or a group of tied items, as sparse features. */
export type ChoiceSet = {
	readonly starts: Int32Array;
	readonly places: Int32Array;
	readonly values: Float64Array;
	/** All parameter indices that occur in the set. */
	readonly support: Int32Array;
};

/** The stages of all rankings: how often each set occurred, and the features of the chosen groups. */
export type Choices = {
	readonly parameters: Parameters;
	readonly sets: readonly ChoiceSet[];
	/** For each participant, how often each set (by index) occurred. */
	readonly met: readonly ReadonlyMap<number, number>[];
	/** For each participant, the sum of the chosen groups' features. */
	readonly chosen: readonly Float64Array[];
	/** Every stage with its chosen group, for the test of separation. */
	readonly stages: readonly { readonly set: number; readonly chosen: readonly Feature[] }[];
};

export type Feature = readonly [place: number, value: number];

/** With more possible groups at one stage, ties are not modelled. */
const MOST_ROWS = 20_000;

/** The sizes of groups that are chosen in these rankings. A single last item is not chosen: it just remains. */
export function chosenSizes({ rankings }: Pick<RankingData, "rankings">): number[] {
	const sizes = rankings.flatMap(({ groups }) =>
		groups.flatMap((group, place) => (place === groups.length - 1 && group.length === 1 ? [] : [group.length])),
	);
	return [...new Set(sizes)].sort((one, other) => one - other);
}

export function choicesOf(data: RankingData, parameters: Parameters, covariates: ItemCovariates | null): Choices {
	const sets: ChoiceSet[] = [];
	const known = new Map<string, number>();
	const met = data.participants.map(() => new Map<number, number>());
	const chosen = data.participants.map(() => new Float64Array(parameters.count));
	const stages: Choices["stages"][number][] = [];
	for (const { participant, weight, groups, rows } of data.rankings)
		for (const place of groups.keys()) {
			const left = groups.slice(place).flat();
			if (left.length < 2) continue;
			const ofItems = covariates ? rows.slice(place).flat() : null;
			const key = ofItems ? null : [...left].sort((one, other) => one - other).join(",");
			const index = (key === null ? undefined : known.get(key)) ?? sets.length;
			if (index === sets.length)
				sets.push(choiceSet(key === null ? left : key.split(",").map(Number), ofItems, parameters, covariates));
			if (key !== null) known.set(key, index);
			const group = groups[place] ?? [];
			met[participant]?.set(index, (met[participant]?.get(index) ?? 0) + weight);
			const features = featuresOf(group, rows[place] ?? [], parameters, covariates);
			addFeatures(chosen[participant], features, weight);
			stages.push({ set: index, chosen: features });
		}
	return { parameters, sets, met, chosen, stages };
}

/** The log worth of a group: the mean of its items' log worths and covariates, plus the parameter of its size (Turner et al. 2020). */
function featuresOf(
	group: readonly number[],
	rows: readonly number[],
	{ itemPlaces, orders, firstTie, firstCovariate }: Parameters,
	covariates: ItemCovariates | null,
): Feature[] {
	const share = 1 / group.length;
	const order = orders.indexOf(group.length);
	const items = group.flatMap((item): Feature[] => {
		const place = itemPlaces[item] ?? -1;
		return place < 0 ? [] : [[place, share]];
	});
	const means = (covariates?.names ?? []).map(
		(_, index): Feature => [
			firstCovariate + index,
			rows.reduce((total, row) => total + (covariates?.rows.get(row)?.[index] ?? 0), 0) * share,
		],
	);
	return [...items, ...(order > 0 ? [[firstTie + order - 1, 1] as const] : []), ...means];
}

function choiceSet(
	left: readonly number[],
	rows: readonly number[] | null,
	parameters: Parameters,
	covariates: ItemCovariates | null,
): ChoiceSet {
	const subsets = parameters.orders
		.filter((order) => order <= left.length)
		.flatMap((order) => combinations(left.length, order));
	if (subsets.length > MOST_ROWS)
		throw new FormulaError(
			`${left.length} items with ties of up to ${Math.max(...parameters.orders)} make too many possible groups. Break ties, or rank fewer items.`,
		);
	const features = subsets.map((subset) =>
		featuresOf(
			subset.map((index) => left[index] ?? 0),
			rows ? subset.map((index) => rows[index] ?? 0) : [],
			parameters,
			covariates,
		),
	);
	const starts = [0];
	for (const row of features) starts.push((starts.at(-1) ?? 0) + row.length);
	const flat = features.flat();
	return {
		starts: Int32Array.from(starts),
		places: Int32Array.from(flat, ([place]) => place),
		values: Float64Array.from(flat, ([, value]) => value),
		support: Int32Array.from(new Set(flat.map(([place]) => place))),
	};
}

/** All sets of `size` indices below `n`. */
function combinations(n: number, size: number, from = 0): number[][] {
	if (size === 0) return [[]];
	return range(n - from - size + 1).flatMap((step) =>
		combinations(n, size - 1, from + step + 1).map((rest) => [from + step, ...rest]),
	);
}

function addFeatures(total: Float64Array | undefined, features: readonly Feature[], weight: number): void {
	if (total) for (const [place, value] of features) total[place] = (total[place] ?? 0) + weight * value;
}
