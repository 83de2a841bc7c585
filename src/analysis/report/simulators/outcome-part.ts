import type { RandomStream } from "../../../randomisation/draw/generator.ts";
import { accuracy, calibrationError, type Pairs, pairedT, pearson, varianceRatio } from "../../agreement/pairs.ts";
import { meanEstimate } from "../../agreement/ranking-agreement.ts";
import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { mean } from "../../numeric/arrays.ts";
import { clusterBootstrap, percentileInterval } from "../../numeric/bootstrap.ts";
import { normalCritical, tCritical } from "../../numeric/distributions.ts";
import { type Estimate, fromInterval, isMissing } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
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
	readonly varianceRatio: Estimate;
	/** Expected calibration error. */
	readonly calibrationError: Estimate;
};

/** Draws of people for what has no interval by formula. */
type Sampling = { readonly draws: number; readonly stream: RandomStream };
const FEWEST_DRAWS = 200;
const MOST_DRAWS = 400;

type Scale = readonly [number, number] | null;

export function outcomesAgainst(
	people: PoolTables,
	condition: Condition,
	outcomes: readonly { readonly id: string; readonly scale: Scale }[],
	{ draws, seed }: Pick<ReportOptions, "draws" | "seed">,
): OutcomeComparison[] {
	const sampling = (outcome: string, label: string): Sampling => ({
		draws: Math.max(FEWEST_DRAWS, Math.min(draws, MOST_DRAWS)),
		stream: analysisStream(seed, `outcome ${condition.name} ${outcome} ${label}`),
	});
	return outcomes.flatMap(({ id, scale }) => {
		const pairs = pairsOf(people, condition, id);
		const all = compared(
			id,
			"all",
			scale,
			pairs.map(({ one, other }) => ({ one: meanOf(one), other: meanOf(other) })),
			sampling(id, "all"),
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
				sampling(id, arm),
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
	sampling: Sampling,
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
		varianceRatio: ratioOf(values, sampling),
		calibrationError: isMissing(close) ? { missing: close.missing } : calibrationOf(values, close.range, sampling),
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

/** Of the same people twice, so the interval draws people instead of taking both variances as independent. */
function ratioOf(values: Pairs, sampling: Sampling): Estimate {
	const found = varianceRatio(values);
	if (isMissing(found)) return { missing: found.missing };
	const { ratio, df, p } = found;
	const ratioIn = (pairs: Pairs): number => {
		const drawn = varianceRatio(pairs);
		return isMissing(drawn) ? Number.NaN : Math.log(drawn.ratio);
	};
	const spread = drawn(values, ratioIn, sampling);
	if (spread === null || !(ratio > 0))
		return { missing: `The ratio is ${ratio.toFixed(3)}, and no draw of people has one.` };
	const factor = Math.exp(normalCritical() * spread);
	const method = `Variance of people by variance of twins, F test; interval by ${sampling.draws} draws of people, on the logarithm`;
	const tested = { statistic: ratio, df, p, n: values.one.length, method };
	return { estimate: ratio, lower: ratio / factor, upper: ratio * factor, ...tested };
}

function calibrationOf(values: Pairs, range: readonly [number, number], sampling: Sampling): Estimate {
	const of = ({ one, other }: Pairs): number => calibrationError(other, one, range) ?? Number.NaN;
	const estimate = of(values);
	const se = drawn(values, of, sampling);
	if (!Number.isFinite(estimate) || se === null) return { missing: "There are too few pairs for a calibration error." };
	const half = normalCritical() * se;
	const method = `Expected calibration error in 10 bins, as a share of the scale; interval by the standard error of ${sampling.draws} draws of people. It is biased upwards in small samples`;
	return { estimate, se, lower: Math.max(0, estimate - half), upper: estimate + half, n: values.one.length, method };
}

/** The standard deviation of a statistic over draws of people. Null if fewer than two draws have it. */
function drawn({ one, other }: Pairs, of: (pairs: Pairs) => number, { draws, stream }: Sampling): number | null {
	const found = clusterBootstrap(one.length, draws, stream, (weights) => {
		const chosen = Array.from(weights).flatMap((times, place) => Array.from({ length: times }, () => place));
		const pick = (values: readonly number[]): number[] => chosen.map((place) => values[place] ?? Number.NaN);
		return Float64Array.of(of({ one: pick(one), other: pick(other) }));
	});
	return percentileInterval(found.values.map(([value = Number.NaN]) => value))?.se ?? null;
}
