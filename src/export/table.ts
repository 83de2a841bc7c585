import { and, asc, eq, gt, lte, ne, type SQL } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import type { Allocator, Pool } from "../randomisation/allocator/allocator-client.ts";
import type { STATUSES } from "../session/view/view-schema.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import type { Field } from "./field.ts";

export type Row = Readonly<Record<string, unknown>>;
export type Source = {
	readonly env: Env;
	readonly db: Database;
	readonly study: StudyRecord;
	readonly allocator: Allocator;
	/** Limits tables that have pools to one pool. Default: all pools. */
	readonly pool?: Pool;
	/** Limits tables of sessions to sessions with this status. Default: all. */
	readonly status?: (typeof STATUSES)[number];
};

/** One exported table of a study. The order of its rows must not depend on arms. */
export type Table = {
	readonly name: string;
	readonly title: string;
	readonly fields: readonly Field[];
	/** Whether each row belongs to one pool, so that one pool's rows can be requested. */
	readonly byPool: boolean;
	/** Whether each row belongs to one session, so that sessions of one status can be requested. */
	readonly bySession?: boolean;
	/** Columns that together identify a row. */
	readonly key?: readonly string[];
	/** Columns that identify a row of another table, by the column's name. */
	readonly references?: Readonly<Record<string, string>>;
	/** All rows, in pages, so that a study of any size fits into memory. */
	readonly pages: (source: Source) => AsyncGenerator<readonly Row[]>;
	/** Records for JSON Lines, if they hold more than the rows. */
	readonly records?: (source: Source) => AsyncGenerator<readonly object[]>;
};

/**
 * A study's rows in the order of session ids, and within a session in the order of `read`. Session ids are keyed hashes: their
 * order is stable and reveals neither times nor arms. Erased sessions are left out.
 */
export async function* bySession<R>(
	{ db, study, pool, status }: Omit<Source, "allocator" | "env">,
	sessionsAPage: number,
	read: (within: SQL | undefined) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
	const ofPool = pool === undefined ? undefined : eq(sessions.pool, pool);
	const ofStatus = status === undefined ? undefined : eq(sessions.status, status);
	const ofStudy = and(eq(sessions.studyId, study.id), ne(sessions.source, "erased"), ofPool, ofStatus);
	let after = "";
	for (;;) {
		const page = await db
			.select({ id: sessions.id })
			.from(sessions)
			.where(and(ofStudy, gt(sessions.id, after)))
			.orderBy(asc(sessions.id))
			.limit(sessionsAPage);
		const upTo = page.at(-1)?.id;
		if (upTo === undefined) return;
		yield await read(and(ofStudy, gt(sessions.id, after), lte(sessions.id, upTo)));
		after = upTo;
	}
}
