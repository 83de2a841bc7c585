import { sql } from "drizzle-orm";
import { database } from "../db/database.ts";
import { refusedArrivals } from "../db/tables/studies.ts";
import type { Env } from "../env.ts";
import { timestamp } from "../shared/clock.ts";

const DAY = "2026-01-01".length;

/** Counts a refused arrival. Visitors get little detail, so this is where researchers see a wrong address or a missing signature. */
export async function countRefusal(env: Env, studyId: string, reason: string, nowMs: number): Promise<void> {
	const row = { studyId, day: timestamp(nowMs).slice(0, DAY), reason, arrivals: 1 };
	const target = [refusedArrivals.studyId, refusedArrivals.day, refusedArrivals.reason];
	const set = { arrivals: sql`${refusedArrivals.arrivals} + 1` };
	await database(env.DB).insert(refusedArrivals).values(row).onConflictDoUpdate({ target, set });
}
