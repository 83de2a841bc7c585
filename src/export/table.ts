import { and, asc, eq, gt, lte, ne, type SQL } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Allocator, Pool } from "../randomisation/allocator/allocator-client.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import type { Field } from "./field.ts";

export type Row = Readonly<Record<string, unknown>>;
export type Source = {
	readonly db: Database;
	readonly study: StudyRecord;
	readonly allocator: Allocator;
	/** Whose rows, of a table that has pools. All of them where it is left away. */
	readonly pool?: Pool;
};

/** One table of a study, as it leaves the house. No arm has a say in the order of its rows. */
export type Table = {
	readonly name: string;
	readonly title: string;
	readonly fields: readonly Field[];
	/** Whether each row belongs to one pool, so that one pool's rows can be asked for. */
	readonly byPool: boolean;
	/** Every row, so many at a time: a study of any size is never all in memory. */
	readonly pages: (source: Source) => AsyncGenerator<readonly Row[]>;
	/** What JSON Lines have instead, where a row is not the whole of it. */
	readonly records?: (source: Source) => AsyncGenerator<readonly object[]>;
};

/**
 * A study's rows by session, and within a session as `read` orders them. Sessions' ids are keyed hashes: their order is
 * stable, and says nothing of who came when, nor of any arm. Whoever was erased is left out.
 */
export async function* bySession<R>(
	{ db, study, pool }: Source,
	sessionsAPage: number,
	read: (within: SQL | undefined) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
	const ofPool = pool === undefined ? undefined : eq(sessions.pool, pool);
	const ofStudy = and(eq(sessions.studyId, study.id), ne(sessions.source, "erased"), ofPool);
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
