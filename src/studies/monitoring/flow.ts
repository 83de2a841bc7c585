import { count, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Pool } from "../../randomisation/allocator/allocator-client.ts";
import type { PoolChoice } from "../pool-query.ts";
import type { NameOfLabel } from "./arm-names.ts";

/** The number of sessions with the same pool, status and sequence, randomised or not. */
export type FlowCount = {
	readonly pool: Pool;
	readonly status: string;
	readonly sequence: string | null;
	readonly randomised: boolean;
	readonly n: number;
};

/** Of all pools. */
export async function countFlow(db: Database, studyId: string): Promise<FlowCount[]> {
	const randomised = sql<number>`${isNotNull(sessions.randomisedAt)}`;
	const rows = await db
		.select({ pool: sessions.pool, status: sessions.status, sequence: sessions.sequence, randomised, n: count() })
		.from(sessions)
		.where(eq(sessions.studyId, studyId))
		.groupBy(sessions.pool, sessions.status, sessions.sequence, randomised);
	return rows.map((row) => ({ ...row, randomised: row.randomised === 1 }));
}

/**
 * The participant flow of CONSORT 2010 (and of its extension to crossover trials, by sequence): assessed, excluded before
 * randomisation by reason, randomised, and how those ended. Counts have the names of `v_flow`. `pools` has how many sessions
 * there are in each pool, whichever was asked for.
 */
export function consortFlow(all: readonly FlowCount[], pool: PoolChoice, nameOf: NameOfLabel) {
	const counts = all.filter((row) => pool === "all" || row.pool === pool);
	const after = counts.filter(({ randomised }) => randomised);
	const before = counts.filter(({ randomised }) => !randomised);
	const waiting = ofStatus(before, "active");
	return {
		assessed: total(counts),
		not_yet_randomised: waiting,
		excluded: { total: total(before) - waiting, ...endsBefore(before) },
		randomised: { total: total(after), ...endsAfter(after) },
		sequences: sequencesOf(after).map((sequence) => {
			const mine = after.filter((row) => row.sequence === sequence);
			return { sequence: sequence.split(" ").map(nameOf), randomised: total(mine), ...endsAfter(mine) };
		}),
		pools: { live: ofPool(all, "live"), pilot: ofPool(all, "pilot"), simulated: ofPool(all, "simulated") },
	};
}

type Counts = readonly FlowCount[];

const total = (counts: Counts): number => counts.reduce((sum, { n }) => sum + n, 0);
const ofStatus = (counts: Counts, status: string): number => total(counts.filter((row) => row.status === status));
const ofPool = (counts: Counts, pool: Pool): number => total(counts.filter((row) => row.pool === pool));

const endsBefore = (counts: Counts) => ({
	declined: ofStatus(counts, "declined"),
	screened_out: ofStatus(counts, "screened_out"),
	failed_checks_before: ofStatus(counts, "failed_checks"),
	full: ofStatus(counts, "full"),
	withdrawn_before: ofStatus(counts, "withdrawn"),
	expired_before: ofStatus(counts, "expired"),
});

const endsAfter = (counts: Counts) => ({
	in_progress: ofStatus(counts, "active"),
	completed: ofStatus(counts, "completed"),
	failed_checks: ofStatus(counts, "failed_checks"),
	withdrawn: ofStatus(counts, "withdrawn"),
	expired: ofStatus(counts, "expired"),
	full_after: ofStatus(counts, "full"),
});

const sequencesOf = (counts: Counts): string[] => [...new Set(counts.flatMap(({ sequence }) => sequence ?? []))].sort();
