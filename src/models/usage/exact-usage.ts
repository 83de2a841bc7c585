import { and, countDistinct, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { modelCalls } from "../../db/tables/sealed.ts";
import { added, NO_USAGE, type Usage } from "./totals.ts";

export type ExactUsage = Usage & {
	/** Sessions with any billed call, however they ended. */
	readonly sessions: number;
	/** Whether some calls are not unsealed yet. */
	readonly sealed: boolean;
};

/** A study's usage, from the rows of `v_usage`: all sessions except erased ones, whose rows are gone. */
export async function exactUsage(db: Database, studyId: string): Promise<ExactUsage> {
	const ofStudy = eq(modelCalls.studyId, studyId);
	const open = and(ofStudy, isNull(modelCalls.sealed));
	const [byCurrency, sessions, sealed] = await db.batch([
		db.select(SUMS).from(modelCalls).where(open).groupBy(modelCalls.currency),
		db
			.select({ n: countDistinct(modelCalls.sessionId) })
			.from(modelCalls)
			.where(open),
		db
			.select({ id: modelCalls.id })
			.from(modelCalls)
			.where(and(ofStudy, isNotNull(modelCalls.sealed)))
			.limit(1),
	]);
	const total = byCurrency.reduce(
		(sum, { currency, cost, ...more }) => added(sum, { ...more, costs: currency ? { [currency]: cost } : {} }),
		NO_USAGE,
	);
	return { ...total, sessions: sessions[0]?.n ?? 0, sealed: sealed.length > 0 };
}

const sum = (of: unknown) => sql<number>`coalesce(sum(${of}), 0)`;
const SUMS = {
	currency: modelCalls.currency,
	calls: sql<number>`count(*)`,
	estimated: sum(sql`${modelCalls.countedBy} = 'estimate'`),
	inputTokens: sum(modelCalls.inputTokens),
	outputTokens: sum(modelCalls.outputTokens),
	cost: sum(modelCalls.cost),
};
