import { z } from "@hono/zod-openapi";
import { and, count, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import { studies } from "../db/tables/studies.ts";

const time = z.iso.datetime();

const listedStudySchema = z
	.strictObject({
		id: z.string(),
		slug: z.string(),
		title: z.string(),
		status: z.enum(["draft", "open", "paused", "closed"]),
		version: z.int(),
		protocolHash: z.string(),
		createdAt: time,
		openedAt: time.nullable(),
		closedAt: time.nullable(),
		sessions: z
			.strictObject({ total: z.int(), active: z.int(), completed: z.int() })
			.describe("Of the live pool. The study's flow has all ends."),
	})
	.openapi("ListedStudy");

export const studyListSchema = z
	.strictObject({
		studies: z.array(listedStudySchema),
		next: z.string().nullable().describe("`after` of the next page. Null on the last page."),
	})
	.openapi("StudyList");

export type StudyFilter = {
	/** The ids of the only studies that the caller may see. Null: all. */
	readonly only: readonly string[] | null;
	/** The id of the last study of the page before. */
	readonly after?: string | undefined;
	readonly limit: number;
};

/** A page of studies, the newest first. Null if there is no study `after`. */
export async function listStudies(db: Database, { only, after, limit }: StudyFilter) {
	const visible = only === null ? undefined : inArray(studies.id, [...only]);
	const place = after === undefined ? undefined : await placeOf(db, after, visible);
	if (place === null) return null;
	const found = await db
		.select()
		.from(studies)
		.where(and(visible, place && isAfter(place)))
		.orderBy(desc(studies.createdAt), desc(studies.id))
		.limit(limit + 1);
	const page = found.slice(0, limit);
	const counts = await countLive(
		db,
		page.map(({ id }) => id),
	);
	const listed = page.map(({ id, slug, title, status, version, protocolHash, createdAt, openedAt, closedAt }) => ({
		...{ id, slug, title, status, version, protocolHash, createdAt, closedAt },
		// A draft that is being opened has the time of its attempt.
		openedAt: status === "draft" ? null : openedAt,
		sessions: counts(id),
	}));
	return { studies: listed, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

type Place = { readonly id: string; readonly createdAt: string };

async function placeOf(db: Database, id: string, visible: SQL | undefined): Promise<Place | null> {
	const [row] = await db
		.select({ id: studies.id, createdAt: studies.createdAt })
		.from(studies)
		.where(and(eq(studies.id, id), visible));
	return row ?? null;
}

const isAfter = ({ id, createdAt }: Place): SQL | undefined =>
	or(lt(studies.createdAt, createdAt), and(eq(studies.createdAt, createdAt), lt(studies.id, id)));

async function countLive(db: Database, ids: readonly string[]) {
	const rows = await db
		.select({ study: sessions.studyId, status: sessions.status, n: count() })
		.from(sessions)
		.where(and(inArray(sessions.studyId, [...ids]), eq(sessions.pool, "live")))
		.groupBy(sessions.studyId, sessions.status);
	return (study: string) => {
		const own = rows.filter((row) => row.study === study);
		const of = (status: string) => own.find((row) => row.status === status)?.n ?? 0;
		return { total: own.reduce((sum, { n }) => sum + n, 0), active: of("active"), completed: of("completed") };
	};
}
