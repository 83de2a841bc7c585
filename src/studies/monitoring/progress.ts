import { z } from "@hono/zod-openapi";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { POOLS } from "../../randomisation/draw/pool.ts";
import { timestamp } from "../../shared/clock.ts";
import type { PoolChoice } from "../pool-query.ts";
import { expectedEndMs } from "./expected-end.ts";

export const progressSchema = z
	.strictObject({
		pool: z.enum([...POOLS, "all"]),
		quota: z.int().nullable().describe("Places among those who complete, in the live pool. Null without a quota."),
		enrolled: z.int().describe("Sessions that started."),
		randomised: z.int().describe("Of these, sessions that got a sequence."),
		in_progress: z.int().describe("Sessions that have not ended."),
		completed: z.int(),
		medianMinutes: z
			.number()
			.nullable()
			.describe("From start to end, of completed sessions. Null while there is none."),
		expectedEnd: z.iso
			.datetime()
			.nullable()
			.describe(
				"When the quota will be full at the rate of the last 24 hours. Null without a quota, once it is full, and with fewer than five completions in that time.",
			),
		stepMinutes: z.int().describe("The time between two entries of the series."),
		series: z
			.array(z.strictObject({ at: z.iso.datetime(), enrolled: z.int(), completed: z.int() }))
			.describe("How many there were until each time, the oldest first."),
	})
	.openapi("Progress");

type Asked = {
	readonly studyId: string;
	readonly pool: PoolChoice;
	readonly quota: number | null;
	readonly nowMs: number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Steps that people read easily, in minutes. */
const STEPS = [1, 5, 15, 60, 180, 720, 1440];
const MOST_STEPS = 200;

const summary = z.object({
	enrolled: z.int(),
	randomised: z.int(),
	active: z.int(),
	completed: z.int(),
	recent: z.int(),
	first: z.string().nullable(),
	last: z.string().nullable(),
	median: z.number().nullable(),
});

const counted = z.array(z.object({ step: z.int(), n: z.int() }));

/** How a study fills, over all arms. `nowMs` ends the series of a study in which sessions are in progress. */
export async function progressOf(db: Database, asked: Asked): Promise<z.output<typeof progressSchema>> {
	const { quota, nowMs } = asked;
	const found = summary.parse(await db.get(summaryQuery(asked)));
	const { enrolled, randomised, active, completed, median } = found;
	const firstMs = Date.parse(found.first ?? timestamp(nowMs));
	const lastMs = active > 0 ? nowMs : Date.parse(found.last ?? timestamp(nowMs));
	const stepMinutes = stepFor(lastMs - firstMs);
	const stepMs = stepMinutes * MINUTE_MS;
	const [started, done] = await Promise.all([
		db.all(perStep(asked, sql`started_at`, stepMs)),
		db.all(perStep(asked, sql`ended_at`, stepMs, sql`AND status = 'completed'`)),
	]);
	const steps = { from: Math.floor(firstMs / stepMs), to: Math.floor(lastMs / stepMs), stepMs };
	const endMs = quota === null ? null : expectedEndMs({ missing: quota - completed, recent: found.recent, nowMs });
	return {
		pool: asked.pool,
		quota,
		enrolled,
		randomised,
		in_progress: active,
		completed,
		medianMinutes: median === null ? null : Math.round(median * 10) / 10,
		expectedEnd: endMs === null ? null : timestamp(endMs),
		stepMinutes,
		series: enrolled === 0 ? [] : seriesOf(counted.parse(started), counted.parse(done), steps),
	};
}

const stepFor = (spanMs: number): number =>
	STEPS.find((minutes) => spanMs / (minutes * MINUTE_MS) <= MOST_STEPS) ??
	Math.ceil(spanMs / DAY_MS / MOST_STEPS) * 1440;

const ofStudy = ({ studyId, pool }: Asked): SQL =>
	pool === "all" ? sql`study_id = ${studyId}` : sql`study_id = ${studyId} AND pool = ${pool}`;

const summaryQuery = (asked: Asked): SQL => sql`
	WITH mine AS (SELECT status, randomised_at, started_at, ended_at FROM sessions WHERE ${ofStudy(asked)}),
	minutes AS (
		SELECT (julianday(ended_at) - julianday(started_at)) * 1440 AS took,
			row_number() OVER (ORDER BY julianday(ended_at) - julianday(started_at)) AS place, count(*) OVER () AS n
		FROM mine WHERE status = 'completed' AND ended_at IS NOT NULL
	)
	SELECT count(*) AS enrolled, count(randomised_at) AS randomised,
		coalesce(sum(status = 'active'), 0) AS active, coalesce(sum(status = 'completed'), 0) AS completed,
		coalesce(sum(status = 'completed' AND ended_at > ${timestamp(asked.nowMs - DAY_MS)}), 0) AS recent,
		min(started_at) AS first, max(coalesce(ended_at, started_at)) AS last,
		(SELECT avg(took) FROM minutes WHERE place IN ((n + 1) / 2, (n + 2) / 2)) AS median
	FROM mine`;

const perStep = (asked: Asked, column: SQL, stepMs: number, also: SQL = sql``): SQL => sql`
	SELECT CAST(strftime('%s', ${column}) AS INTEGER) / CAST(${stepMs / 1000} AS INTEGER) AS step, count(*) AS n
	FROM sessions WHERE ${ofStudy(asked)} AND ${column} IS NOT NULL ${also} GROUP BY 1`;

type Counted = z.output<typeof counted>;
type Steps = { readonly from: number; readonly to: number; readonly stepMs: number };

function seriesOf(started: Counted, done: Counted, { from, to, stepMs }: Steps) {
	const [startedIn, doneIn] = [started, done].map((counts) => new Map(counts.map(({ step, n }) => [step, n])));
	let [enrolled, completed] = [0, 0];
	// It starts with nobody, at the beginning of the first step.
	return Array.from({ length: to - from + 2 }, (_, index) => {
		const step = from + index - 1;
		enrolled += startedIn?.get(step) ?? 0;
		completed += doneIn?.get(step) ?? 0;
		return { at: timestamp((step + 1) * stepMs), enrolled, completed };
	});
}
