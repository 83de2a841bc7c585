import { err, ok, type Result } from "../../shared/result.ts";
import { kendall } from "../agreement/kendall.ts";
import { accuracy, calibrationError, type Pairs, pairedT, pearson, varianceRatio } from "../agreement/pairs.ts";
import { textsOf } from "../formula/values.ts";
import { mean, variance } from "../numeric/arrays.ts";
import { type Column, sortedLevels, type Table } from "../table/table.ts";

/** One outcome of people and their simulations. A number is null if these data do not allow it; `missing` gives the reason. */
export type ComparedOutcome = {
	readonly outcome: string;
	/** Participants with a value in both files. */
	readonly n: number;
	readonly r: number | null;
	readonly rLower: number | null;
	readonly rUpper: number | null;
	/** 1 - mean absolute difference / range of the outcome. */
	readonly accuracy: number | null;
	readonly range: readonly [number, number] | null;
	readonly meanHuman: number;
	readonly meanTwin: number;
	/** Paired t test of human minus twin. */
	readonly t: number | null;
	readonly df: number | null;
	readonly p: number | null;
	/** The variance of human divided by that of twin. */
	readonly varianceRatio: number | null;
	readonly varianceP: number | null;
	readonly varianceHuman: number | null;
	readonly varianceTwin: number | null;
	readonly tauB: number | null;
	/** Expected calibration error over ten bins, as a share of the range. */
	readonly calibrationError: number | null;
	/** The reason for each number that is null, by its name. */
	readonly missing: Readonly<Record<string, string>>;
};

export type CompareReport = { readonly outcomes: readonly ComparedOutcome[]; readonly notes: readonly string[] };

export type CompareOptions = { readonly range?: readonly [low: number, high: number] };

/**
 * Compares people with their simulations, outcome by outcome, as in the Twin-2K-500 Mega-Study. Both tables have the columns
 * participant, outcome, value.
 */
export function compareOutcomes(
	human: Table,
	twin: Table,
	options: CompareOptions = {},
): Result<CompareReport, string> {
	const notes: string[] = [];
	const [people, twins] = [valuesOf(human, "The first file", notes), valuesOf(twin, "The second file", notes)];
	if (!people.ok) return people;
	if (!twins.ok) return twins;
	const outcomes = sortedLevels([...people.value.keys()].filter((outcome) => twins.value.has(outcome)));
	if (outcomes.length === 0) return err("The two files have no outcome in common.");
	const shared = outcomes.filter(
		(outcome) => pairsOf(of(people.value, outcome), of(twins.value, outcome)).one.length > 0,
	);
	if (shared.length === 0)
		return err("No participant is in both files, so nobody can be compared. They are matched by name.");
	for (const outcome of outcomes.filter((one) => !shared.includes(one)))
		notes.push(`${outcome}: no participant is in both files.`);
	noteLost(people.value, twins.value, notes);
	const compared = shared.map((outcome) =>
		comparedOutcome(outcome, of(people.value, outcome), of(twins.value, outcome), options),
	);
	return ok({ outcomes: compared, notes });
}

const of = (values: Values, outcome: string): ReadonlyMap<string, number> => values.get(outcome) ?? new Map();

type Values = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Values by outcome and participant. Several values of one participant, such as repeated simulations, are averaged, with a note. */
function valuesOf(table: Table, file: string, notes: string[]): Result<Values, string> {
	const absent = ["participant", "outcome", "value"].filter((name) => !table.columns.has(name));
	if (absent.length > 0)
		return err(
			`${file} has no column ${absent.map((name) => `"${name}"`).join(", ")}. It needs participant, outcome, value.`,
		);
	const value = table.columns.get("value");
	if (value?.kind !== "number") return err(`${file} has values that are no numbers${oddValue(value)}.`);
	const [people, outcomes] = ["participant", "outcome"].map((name) =>
		textsOf(table.columns.get(name) ?? { kind: "text", values: [] }),
	);
	const sums = new Map<string, Map<string, { total: number; n: number }>>();
	let [missing, repeated] = [0, 0];
	value.values.forEach((one, row) => {
		const [person, outcome] = [people?.[row] ?? null, outcomes?.[row] ?? null];
		if (person === null || outcome === null || !Number.isFinite(one)) {
			missing += 1;
			return;
		}
		const ofOutcome = sums.get(outcome) ?? new Map<string, { total: number; n: number }>();
		const before = ofOutcome.get(person) ?? { total: 0, n: 0 };
		if (before.n === 1) repeated += 1;
		ofOutcome.set(person, { total: before.total + one, n: before.n + 1 });
		sums.set(outcome, ofOutcome);
	});
	if (missing > 0) notes.push(`${file}: ${missing} rows without a participant, an outcome or a value are left out.`);
	if (repeated > 0)
		notes.push(`${file}: ${repeated} participants have several values of an outcome, which are averaged.`);
	const means = [...sums].map(([outcome, people]) => {
		const averaged = new Map([...people].map(([person, { total, n }]) => [person, total / n]));
		return [outcome, averaged] as const;
	});
	return ok(new Map(means));
}

/** The first value that is no number. */
function oddValue(column: Column | undefined): string {
	const texts = column?.kind === "text" ? column.values : [];
	const odd = texts.find((one) => one !== null && !Number.isFinite(Number(one)));
	return odd ? `, such as "${odd}"` : "";
}

function noteLost(people: Values, twins: Values, notes: string[]): void {
	const one = [...people.keys()].filter((outcome) => !twins.has(outcome));
	const other = [...twins.keys()].filter((outcome) => !people.has(outcome));
	if (one.length > 0) notes.push(`Only in the first file: ${sortedLevels(one).join(", ")}.`);
	if (other.length > 0) notes.push(`Only in the second file: ${sortedLevels(other).join(", ")}.`);
}

/** The values of participants who are in both files. */
function pairsOf(people: ReadonlyMap<string, number>, twins: ReadonlyMap<string, number>): Pairs {
	const shared = [...people].flatMap(([person, one]) => {
		const other = twins.get(person);
		return other === undefined ? [] : [{ one, other }];
	});
	return { one: shared.map(({ one }) => one), other: shared.map(({ other }) => other) };
}

function comparedOutcome(
	outcome: string,
	people: ReadonlyMap<string, number>,
	twins: ReadonlyMap<string, number>,
	{ range }: CompareOptions,
): ComparedOutcome {
	const pairs = pairsOf(people, twins);
	const missing: Record<string, string> = {};
	const known = <T extends object>(name: string, found: T | { readonly missing: string }): T | null => {
		if (!("missing" in found)) return found as T;
		missing[name] = String(found.missing);
		return null;
	};
	const r = known("r", pearson(pairs));
	const close = known("accuracy", accuracy(pairs, range));
	const t = known("t", pairedT(pairs));
	const ratio = known("varianceRatio", varianceRatio(pairs));
	const tau = known("tauB", kendall(pairs.one, pairs.other));
	const several = pairs.one.length > 1;
	return {
		outcome,
		n: pairs.one.length,
		r: r?.r ?? null,
		rLower: r?.lower ?? null,
		rUpper: r?.upper ?? null,
		accuracy: close?.accuracy ?? null,
		range: close?.range ?? null,
		meanHuman: mean(pairs.one),
		meanTwin: mean(pairs.other),
		t: t?.t ?? null,
		df: t?.df ?? null,
		p: t?.p ?? null,
		varianceRatio: ratio?.ratio ?? null,
		varianceP: ratio?.p ?? null,
		varianceHuman: several ? variance(pairs.one) : null,
		varianceTwin: several ? variance(pairs.other) : null,
		tauB: tau?.tau ?? null,
		calibrationError: close ? calibrationError(pairs.other, pairs.one, close.range) : null,
		missing,
	};
}
