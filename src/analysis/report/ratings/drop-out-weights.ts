import { inverseProbabilityWeights } from "../../checks/attrition.ts";
import type { Missing } from "../../inference/coefficients.ts";
import { mean } from "../../numeric/arrays.ts";
import { type Table, tableOf } from "../../table/table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { Outcome } from "./rating-table.ts";

export type Weighted = { readonly table: Table; readonly notes: readonly string[] };

type Planned = {
	readonly session: string;
	readonly position: number;
	readonly observed: boolean;
	readonly before: number;
};

/**
 * The rating table with a weight for each row: 1 / P(rated), by a logit model of being rated in the periods that were planned,
 * on the period and on the last rating before. Null if every planned period was rated, so that no weight differs.
 */
export function withDropOutWeights(outcome: Outcome, table: Table, pool: PoolTables): Weighted | Missing | null {
	if (outcome.id === "choice") return null;
	const planned = plannedPeriods(outcome, pool);
	if (planned.every(({ observed }) => observed)) return null;
	const periods = tableOf({
		observed: planned.map(({ observed }) => Number(observed)),
		period: planned.map(({ position }) => position),
		before: planned.map(({ before }) => before),
	});
	const model = inverseProbabilityWeights("observed ~ period + before", periods);
	if (!model.ok) return { missing: `Weights for drop-out cannot be estimated: ${model.error}` };
	const { weights, capped, cap, notes } = model.value;
	const byPlace = new Map(
		planned.map(({ session, position }, index) => [`${session} ${position}`, weights[index] ?? 1]),
	);
	const weight = outcome.rows.map(({ session, position }) => byPlace.get(`${session} ${position}`) ?? 1);
	const absent = planned.filter(({ observed }) => !observed).length;
	return {
		table: { ...table, columns: new Map([...table.columns, ...tableOf({ weight }).columns]) },
		notes: [
			`${absent} of ${planned.length} planned periods have no rating. Weights are 1 / P(rated) by period and last rating, at most ${cap}; ${capped} are cut to it.`,
			...notes,
		],
	};
}

/** The periods of all randomised sessions that have ended, with the last rating before each. */
function plannedPeriods(outcome: Outcome, pool: PoolTables): Planned[] {
	const last = Math.max(0, ...outcome.rows.map(({ position }) => position));
	const positions = [...new Set(outcome.rows.map(({ position }) => position))].sort((one, other) => one - other);
	const centre = outcome.rows.length > 0 ? mean(outcome.rows.map(({ value }) => value ?? 0)) : 0;
	const bySession = Map.groupBy(outcome.rows, ({ session }) => session);
	const ended = pool.sessions.filter(
		({ randomisedAt, status, session }) =>
			(randomisedAt !== null && status !== "active") || (bySession.get(session)?.length ?? 0) > 0,
	);
	return ended.flatMap(({ session }) => {
		const rows = bySession.get(session) ?? [];
		return positions
			.filter((position) => position <= last)
			.map((position) => ({
				session,
				position,
				observed: rows.some((row) => row.position === position),
				before: rows.findLast((row) => row.position < position)?.value ?? centre,
			}));
	});
}
