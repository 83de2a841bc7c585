import { descriptivesOf } from "./answers/descriptives.ts";
import { checksOf } from "./checks/checks.ts";
import { judgesOf } from "./judges/judges.ts";
import { methodsOf } from "./methods.ts";
import type { ReportOptions } from "./options.ts";
import { rankingsOf } from "./rankings/rankings.ts";
import { ratingsOf } from "./ratings/ratings.ts";
import { repliesOf } from "./replies/replies.ts";
import { REPORT_FORMAT, type Report, type ReportStudy } from "./report-data.ts";
import { simulatorsOf } from "./simulators/simulators.ts";
import { trajectoriesOf } from "./simulators/trajectories.ts";
import { onePool } from "./tables/one-pool.ts";
import type { StudyTables } from "./tables/study-tables.ts";
import { usageOf } from "./usage.ts";

/** The report of one pool: by label until the study is unblinded, by arm after. The same input and seed give the same report. */
export function reportOf(tables: StudyTables, options: ReportOptions): Report {
	const pool = onePool(tables, options.pool);
	const planned = tables.plan?.analysis ?? [];
	const ratings = ratingsOf(pool, planned, options);
	const randomised = pool.sessions.filter(({ randomisedAt }) => randomisedAt !== null);
	const study: ReportStudy = {
		...tables.study,
		pool: options.pool,
		randomised: randomised.length,
		completed: randomised.filter(({ status }) => status === "completed").length,
		conversations: pool.conversations.length,
		draws: options.draws,
		seed: options.seed,
		prespecified: tables.plan ? planned.length : null,
	};
	const unfinished = {
		format: REPORT_FORMAT,
		study,
		blinded: !pool.isUnblinded,
		ratings,
		rankings: rankingsOf(pool, planned, options),
		answers: descriptivesOf(pool),
		replies: repliesOf(pool, options.seed),
		judges: judgesOf(pool, options),
		trajectories: trajectoriesOf(pool),
		checks: checksOf(tables, pool, options),
		simulators: simulatorsOf(tables, pool, options),
		usage: usageOf(tables.calls, pool, ratings),
	} as const;
	return { ...unfinished, methods: methodsOf(unfinished, tables.plan) };
}
