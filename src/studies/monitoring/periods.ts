import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../db/database.ts";
import type { PoolChoice } from "../pool-query.ts";
import type { NameOfLabel } from "./arm-names.ts";

const counted = z.array(
	z.object({ sequence: z.string(), position: z.int(), started: z.int(), finished: z.int(), broken_off: z.int() }),
);

export type PeriodCount = z.output<typeof counted>[number];

/**
 * How many conversations began and ended in each period, by sequence. `broken_off`: they did not end, and their session has.
 * A conversation of erased sessions has no row, so it is not counted.
 */
export async function countPeriods(db: Database, studyId: string, pool: PoolChoice): Promise<PeriodCount[]> {
	const ofPool = pool === "all" ? sql`` : sql`AND sessions.pool = ${pool}`;
	return counted.parse(
		await db.all(sql`
			SELECT sessions.sequence, conversations.position, count(*) AS started,
				count(conversations.ended_at) AS finished,
				sum(conversations.ended_at IS NULL AND sessions.status <> 'active') AS broken_off
			FROM sessions JOIN conversations ON conversations.session_id = sessions.id
			WHERE sessions.study_id = ${studyId} AND sessions.sequence IS NOT NULL ${ofPool}
			GROUP BY sessions.sequence, conversations.position
			ORDER BY sessions.sequence, conversations.position`),
	);
}

/** The same as researchers see it. */
export const periodsView = (counts: readonly PeriodCount[], nameOf: NameOfLabel) =>
	counts.map(({ sequence, ...count }) => ({ sequence: sequence.split(" ").map(nameOf), ...count }));
