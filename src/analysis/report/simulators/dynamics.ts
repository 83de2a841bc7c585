import { welch } from "../../agreement/feature-differences.ts";
import { mean } from "../../numeric/arrays.ts";
import { type Estimate, isMissing } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import { type Point, pointsOf } from "./trajectories.ts";

/** How a course of simulated participants differs from people's: the difference of mean slopes, simulated minus people. */
export type DynamicsRow = {
	readonly what: string;
	readonly people: number | null;
	readonly simulated: number | null;
} & Estimate;

const METHOD = "Difference of mean slopes of participants, each by least squares; Welch's t interval";

/** For each outcome over periods, and for scores and words over turns. */
export function dynamicsOf(people: PoolTables, simulated: PoolTables): DynamicsRow[] {
	const [theirs, ours] = [people, simulated].map((pool) => Map.groupBy(pointsOf(pool), ({ what }) => what));
	return [...(theirs?.keys() ?? [])].flatMap((what): DynamicsRow[] => {
		const [one, other] = [slopesOf(ours?.get(what) ?? []), slopesOf(theirs?.get(what) ?? [])];
		if (other.length === 0) return [];
		const about = { what: changeOf(what), people: mean(other), simulated: one.length > 0 ? mean(one) : null };
		const found = welch(one, other);
		if (isMissing(found)) return [{ ...about, missing: found.missing }];
		const { difference, t, ...rest } = found;
		return [{ ...about, ...rest, estimate: difference, statistic: t, n: one.length + other.length, method: METHOD }];
	});
}

const changeOf = (what: string): string =>
	what === "choice" || what.startsWith("words")
		? `change of ${what} for each turn`
		: `change of ${what} for each period`;

/** The slope of each session whose values are at two places or more. */
function slopesOf(points: readonly Point[]): number[] {
	return [...Map.groupBy(points, ({ session }) => session).values()].flatMap((own) => {
		const [centre, middle] = [mean(own.map(({ at }) => at)), mean(own.map(({ value }) => value))];
		const spread = own.reduce((sum, { at }) => sum + (at - centre) ** 2, 0);
		if (!(spread > 0)) return [];
		return [own.reduce((sum, { at, value }) => sum + (at - centre) * (value - middle), 0) / spread];
	});
}
