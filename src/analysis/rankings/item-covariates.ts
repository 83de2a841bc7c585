import { FormulaError } from "../formula/expression.ts";
import { frameOf } from "../formula/model-frame.ts";
import type { Table } from "../table/table.ts";
import type { ItemCovariates } from "./choice-sets.ts";
import type { Ranking, RankingData } from "./rankings.ts";

/**
 * Covariates of items within rankings, from the right side of a formula such as `I(length/100) + position`, and the rankings
 * that have all of them. A ranking with a missing value is left out as a whole: without one item its choices would differ.
 */
export function withCovariates(
	data: RankingData,
	table: Table,
	formula: string,
): { readonly data: RankingData; readonly covariates: ItemCovariates } {
	if (!table.columns.has("rank") || !table.columns.has("item"))
		throw new FormulaError("Covariates of items need the long form: a row for each item of a ranking.");
	const frame = frameOf(`rank ~ ${formula}`, table);
	if (frame.random.length > 0) throw new FormulaError("Covariates of rankings have no random terms.");
	const columns = frame.fixed.columns.filter((_, column) => frame.fixed.termOf[column] !== -1);
	const names = frame.fixed.names.filter((_, column) => frame.fixed.termOf[column] !== -1);
	const rows = new Map<number, Float64Array>();
	frame.rows.forEach((row, place) => {
		rows.set(
			row,
			Float64Array.from(columns, (column) => column[place] ?? Number.NaN),
		);
	});
	const complete = data.rankings.filter((ranking: Ranking) => ranking.rows.flat().every((row) => rows.has(row)));
	const lost = data.rankings.length - complete.length;
	if (complete.length === 0) throw new FormulaError("No ranking has all covariates of all its items.");
	const notes =
		lost > 0
			? [...data.notes, `${lost} rankings are left out, because a covariate is missing for one of their items.`]
			: data.notes;
	return { data: reduced({ ...data, notes }, complete), covariates: { names, rows } };
}

/** Keeps only items and participants that still occur. */
function reduced(data: RankingData, rankings: readonly Ranking[]): RankingData {
	const items = Int32Array.from(new Set(rankings.flatMap(({ groups }) => groups.flat()))).sort();
	const people = Int32Array.from(new Set(rankings.map(({ participant }) => participant))).sort();
	const [itemPlace, personPlace] = [items, people].map(
		(kept) => new Map(Array.from(kept, (old, place) => [old, place])),
	);
	return {
		...data,
		items: Array.from(items, (item) => data.items[item] ?? ""),
		participants: Array.from(people, (person) => data.participants[person] ?? ""),
		rankings: rankings.map((ranking) => ({
			...ranking,
			participant: personPlace?.get(ranking.participant) ?? 0,
			groups: ranking.groups.map((group) => group.map((item) => itemPlace?.get(item) ?? 0)),
		})),
	};
}
