import { accuracy, calibrationError, type Pairs, pairedT, pearson, varianceRatio } from "../../agreement/pairs.ts";
import { meanEstimate } from "../../agreement/ranking-agreement.ts";
import { mean } from "../../numeric/arrays.ts";
import { tCritical } from "../../numeric/distributions.ts";
import { type Estimate, fromInterval, isMissing, type Test } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import { type Condition, ratingsBySession, sessionOf } from "./pairing.ts";
import { comparable } from "./ranking-part.ts";

/** One outcome of people and their twins: the mean over arms, or the rating of one arm. */
export type OutcomeComparison = {
	readonly outcome: string;
	/** `all` for the mean over arms. */
	readonly label: string;
	readonly correlation: Estimate;
	/** 1 - mean absolute difference / range. */
	readonly accuracy: Estimate;
	/** Simulated minus person. */
	readonly difference: Estimate;
	/** The variance of people by that of their twins. */
	readonly varianceRatio: Test & { readonly ratio?: number };
	/** Expected calibration error; a number without an interval, because it is biased in small samples. */
	readonly calibrationError: number | null;
};

type Scale = readonly [number, number] | null;

export function outcomesAgainst(
	people: PoolTables,
	condition: Condition,
	outcomes: readonly { readonly id: string; readonly scale: Scale }[],
): OutcomeComparison[] {
	return outcomes.flatMap(({ id, scale }) => {
		const pairs = pairsOf(people, condition, id);
		const all = compared(
			id,
			"all",
			scale,
			pairs.map(({ one, other }) => ({ one: meanOf(one), other: meanOf(other) })),
		);
		if (!comparable(people, condition)) return [all];
		const arms = [...new Set(pairs.flatMap(({ one }) => [...one.keys()]))].sort();
		const ofArms = arms.map((arm) =>
			compared(
				id,
				arm,
				scale,
				pairs.flatMap(({ one, other }) => {
					const [mine, theirs] = [one.get(arm), other.get(arm)];
					return mine === undefined || theirs === undefined ? [] : [{ one: mine, other: theirs }];
				}),
			),
		);
		return [all, ...ofArms];
	});
}

const meanOf = (values: ReadonlyMap<string, number>): number => mean([...values.values()]);

type ByArm = ReadonlyMap<string, number>;

/** Each person with the mean of their twins. */
function pairsOf(people: PoolTables, condition: Condition, outcome: string): { one: ByArm; other: ByArm }[] {
	const theirs = ratingsBySession(people, outcome);
	const sessions = sessionOf(people);
	const simulated = [...ratingsBySession(condition.pool, outcome)];
	const byPerson = Map.groupBy(simulated, ([session]) => condition.personOf(session) ?? "");
	return [...byPerson].flatMap(([person, twins]) => {
		const one = theirs.get(sessions.get(person) ?? "");
		return one ? [{ one, other: averaged(twins.map(([, values]) => values)) }] : [];
	});
}

function averaged(maps: readonly ByArm[]): ByArm {
	const arms = [...new Set(maps.flatMap((values) => [...values.keys()]))];
	return new Map(arms.map((arm) => [arm, mean(maps.flatMap((values) => values.get(arm) ?? []))]));
}

function compared(
	outcome: string,
	label: string,
	scale: Scale,
	pairs: readonly { readonly one: number; readonly other: number }[],
): OutcomeComparison {
	const values: Pairs = { one: pairs.map(({ one }) => one), other: pairs.map(({ other }) => other) };
	const range = scale ?? undefined;
	const close = accuracy(values, range);
	return {
		outcome,
		label,
		correlation: correlationOf(values),
		accuracy: isMissing(close) ? { missing: close.missing } : accuracyOf(values, close.range),
		difference: differenceOf(values),
		varianceRatio: ratioOf(values),
		calibrationError: isMissing(close) ? null : calibrationError(values.other, values.one, close.range),
	};
}

function correlationOf(values: Pairs): Estimate {
	const found = pearson(values);
	if (isMissing(found)) return { missing: found.missing };
	const { r, lower, upper, p, n } = found;
	return { estimate: r, lower, upper, p, n, method: "Pearson's correlation over people; Fisher's interval" };
}

/** The mean over people of 1 - distance / range, whose interval is that of a mean. */
function accuracyOf({ one, other }: Pairs, [low, high]: readonly [number, number]): Estimate {
	const own = one.map((value, index) => 1 - Math.abs(value - (other[index] ?? Number.NaN)) / (high - low));
	return fromInterval(meanEstimate(own), `1 - mean absolute difference / range (${low} to ${high}); t interval`);
}

function differenceOf({ one, other }: Pairs): Estimate {
	const found = pairedT({ one: other, other: one });
	if (isMissing(found)) return { missing: found.missing };
	const { difference, t, df, p } = found;
	const se = difference === 0 ? 0 : Math.abs(difference / t);
	const half = tCritical(df) * se;
	const about = { n: one.length, method: "Simulated minus person; paired t test" };
	if (!(se > 0)) return { missing: "The mean difference is exactly 0." };
	return {
		estimate: difference,
		se,
		df,
		statistic: t,
		p,
		lower: difference - half,
		upper: difference + half,
		...about,
	};
}

function ratioOf(values: Pairs): Test & { readonly ratio?: number } {
	const label = "People and twins vary equally";
	const found = varianceRatio(values);
	if (isMissing(found)) return { label, missing: found.missing };
	const { ratio, df, p } = found;
	return { label, ratio, statistic: ratio, df, df2: df, p, n: values.one.length, method: "F test of two variances" };
}
