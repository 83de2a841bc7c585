import { err, ok, type Result } from "../../shared/result.ts";
import { levelsOf, textsOf } from "../formula/values.ts";
import type { Column, Table } from "../table/table.ts";
import { comparesItems, type Ranking, type RankingData } from "./rankings.ts";

export type ReadOptions = {
	/** The column of participants; by default `participant`, if the table has it. Otherwise every ranking is a separate participant. */
	readonly participant?: string;
	/** The column with the number of times that a ranking occurred. */
	readonly weights?: string;
};

const ORDINALS = [
	"first",
	"second",
	"third",
	"fourth",
	"fifth",
	"sixth",
	"seventh",
	"eighth",
	"ninth",
	"tenth",
	"eleventh",
	"twelfth",
	"thirteenth",
	"fourteenth",
	"fifteenth",
	"sixteenth",
	"seventeenth",
	"eighteenth",
	"nineteenth",
	"twentieth",
];

/** The separator of tied items in one cell of a wide table: "A = B". */
const TIE = / = /;

/**
 * Reads rankings from a table in one of three forms: long (`ranking, item, rank`, equal ranks are ties), wide (`first, second,
 * …`, ties as "A = B"), or pairs (`winner, loser`, and `tie` if it is true). Items are in the order of R's factors.
 */
export function readRankings(table: Table, options: ReadOptions = {}): Result<RankingData, string> {
	const has = (...names: string[]): boolean => names.every((name) => table.columns.has(name));
	const unknown = [options.participant, options.weights].find((name) => name !== undefined && !has(name));
	if (unknown !== undefined) return err(`The data have no column "${unknown}".`);
	const context = contextOf(table, options);
	if (has("ranking", "item", "rank")) return finished(longRankings(table, context), context);
	if (has("first", "second")) return finished(wideRankings(table, context), context);
	if (has("winner", "loser")) return finished(pairedRankings(table, context), context);
	return err("Rankings need the columns ranking, item, rank; or first, second, …; or winner, loser.");
}

type ReadContext = {
	readonly participantOf: (row: number) => string | null;
	readonly weightOf: (row: number) => number;
	readonly items: Map<string, string>;
	readonly notes: string[];
};

type Draft = { readonly participant: string; readonly weight: number; readonly groups: RankedItemRow[][] };
type RankedItemRow = { readonly item: string; readonly row: number };

function contextOf(table: Table, options: ReadOptions): ReadContext {
	const people = table.columns.get(options.participant ?? "participant");
	const weights = options.weights === undefined ? undefined : table.columns.get(options.weights);
	const texts = people ? textsOf(people) : null;
	return {
		participantOf: (row) => texts?.[row] ?? null,
		weightOf: (row) => (weights?.kind === "number" ? (weights.values[row] ?? Number.NaN) : 1),
		items: new Map(),
		notes: [],
	};
}

function longRankings(table: Table, context: ReadContext): Result<Draft[], string> {
	const [ids, items] = ["ranking", "item"].map((name) => textsOf(table.columns.get(name) ?? EMPTY));
	const ranks = table.columns.get("rank") ?? EMPTY;
	if (ranks.kind !== "number") return err(`The column "rank" must have numbers, 1 for the best.`);
	const byRanking = new Map<string, (RankedItemRow & { readonly rank: number })[]>();
	let missing = 0;
	for (let row = 0; row < table.rows; row += 1) {
		const [id, item, rank] = [ids?.[row] ?? null, items?.[row] ?? null, ranks.values[row] ?? Number.NaN];
		if (id === null || item === null || !Number.isFinite(rank)) {
			missing += 1;
			continue;
		}
		byRanking.set(id, [...(byRanking.get(id) ?? []), { item, row, rank }]);
	}
	if (missing > 0) context.notes.push(`${missing} rows without a ranking, an item or a rank are left out.`);
	const drafts: Draft[] = [];
	for (const [id, placed] of byRanking) {
		const twice = placed.find(({ item }, index) => placed.findIndex((other) => other.item === item) !== index);
		if (twice) return err(`The ranking "${id}" has the item "${twice.item}" twice.`);
		const first = placed[0]?.row ?? 0;
		drafts.push({
			participant: context.participantOf(first) ?? `ranking ${id}`,
			weight: context.weightOf(first),
			groups: groupedByRank(placed),
		});
	}
	return ok(drafts);
}

const EMPTY: Column = { kind: "text", values: [] };

function groupedByRank(placed: readonly (RankedItemRow & { readonly rank: number })[]): RankedItemRow[][] {
	const ranks = [...new Set(placed.map(({ rank }) => rank))].sort((one, other) => one - other);
	return ranks.map((rank) => placed.filter((one) => one.rank === rank));
}

function wideRankings(table: Table, context: ReadContext): Result<Draft[], string> {
	const columns = ORDINALS.flatMap((name) => table.columns.get(name) ?? []).map(textsOf);
	const drafts: Draft[] = [];
	for (let row = 0; row < table.rows; row += 1) {
		const cells = columns.flatMap((column) => column[row] ?? []);
		const groups = cells.map((cell) => cell.split(TIE).map((item) => ({ item: item.trim(), row })));
		const items = groups.flat().map(({ item }) => item);
		const twice = items.find((item, index) => items.indexOf(item) !== index);
		if (twice !== undefined) return err(`Row ${row + 1} of the data has the item "${twice}" twice.`);
		drafts.push({ participant: context.participantOf(row) ?? `row ${row}`, weight: context.weightOf(row), groups });
	}
	return ok(drafts);
}

function pairedRankings(table: Table, context: ReadContext): Result<Draft[], string> {
	const [winners, losers] = ["winner", "loser"].map((name) => textsOf(table.columns.get(name) ?? EMPTY));
	const ties = table.columns.get("tie");
	const drafts: Draft[] = [];
	let missing = 0;
	for (let row = 0; row < table.rows; row += 1) {
		const [winner, loser] = [winners?.[row] ?? null, losers?.[row] ?? null];
		if (winner === null || loser === null) {
			missing += 1;
			continue;
		}
		if (winner === loser) return err(`Row ${row + 1} of the data compares "${winner}" with itself.`);
		const [one, other] = [winner, loser].map((item) => ({ item, row }));
		const tied = ties !== undefined && ties.kind !== "text" && ties.values[row] === 1;
		const groups = one && other ? (tied ? [[one, other]] : [[one], [other]]) : [];
		drafts.push({ participant: context.participantOf(row) ?? `row ${row}`, weight: context.weightOf(row), groups });
	}
	if (missing > 0) context.notes.push(`${missing} rows without a winner or a loser are left out.`);
	return ok(drafts);
}

function finished(drafts: Result<Draft[], string>, { notes }: ReadContext): Result<RankingData, string> {
	if (!drafts.ok) return drafts;
	const bad = drafts.value.find(({ weight }) => !(weight >= 0) || !Number.isFinite(weight));
	if (bad) return err("The weights of rankings must be numbers from 0.");
	const comparing = drafts.value.filter(({ weight }) => weight > 0).filter(comparesDraft);
	const lone = drafts.value.filter(({ weight }) => weight > 0).length - comparing.length;
	if (lone > 0) notes.push(`${lone} rankings of fewer than two items compare nothing and are left out.`);
	if (comparing.length === 0) return err("No ranking has two items or more, so nothing is compared.");
	const items = orderedTexts(comparing.flatMap(({ groups }) => groups.flat().map(({ item }) => item)));
	const participants = [...new Set(comparing.map(({ participant }) => participant))];
	const itemIndex = new Map(items.map((item, index) => [item, index]));
	const personIndex = new Map(participants.map((person, index) => [person, index]));
	const rankings = comparing.map(
		({ participant, weight, groups }): Ranking => ({
			participant: personIndex.get(participant) ?? 0,
			weight,
			groups: groups.map((group) => group.map(({ item }) => itemIndex.get(item) ?? 0)),
			rows: groups.map((group) => group.map(({ row }) => row)),
		}),
	);
	return ok({ items, rankings, participants, notes });
}

const comparesDraft = ({ groups }: Draft): boolean =>
	comparesItems({ groups: groups.map((group) => group.map(() => 0)) });

/** Sorts by size if all items are numbers, otherwise as texts in English order. */
function orderedTexts(texts: readonly string[]): string[] {
	const numbers = texts.map(Number);
	if (
		texts.every((text) => text.trim() !== "") &&
		numbers.every(Number.isFinite) &&
		numbers.every((value, index) => String(value) === texts[index])
	)
		return levelsOf({ kind: "number", values: Float64Array.from(numbers) });
	return levelsOf({ kind: "text", values: texts });
}
