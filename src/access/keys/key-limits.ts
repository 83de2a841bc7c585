import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { apiKeys } from "../../db/tables/access.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { studies } from "../../db/tables/studies.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Caller } from "./api-keys.ts";

/** The ids of the studies with these slugs or ids. Null if one of them does not exist. */
export async function studyIds(db: Database, named: readonly string[]): Promise<string[] | null> {
	const rows = await db
		.select({ id: studies.id, slug: studies.slug })
		.from(studies)
		.where(or(inArray(studies.slug, [...named]), inArray(studies.id, [...named])));
	const idOf = (name: string) => rows.find(({ id, slug }) => id === name || slug === name)?.id;
	const ids = named.flatMap((name) => idOf(name) ?? []);
	return ids.length === named.length ? [...new Set(ids)] : null;
}

/** What the path of a request names. */
export type Named = { readonly study: string | undefined; readonly session: string | undefined };

/** Whether a key that is bound to studies may be used here: where the path names one of them, or a session of one. */
export async function isWithinLimits(
	db: Database,
	{ studies: bound }: Caller,
	{ study, session }: Named,
): Promise<boolean> {
	if (bound === null) return true;
	if (study !== undefined) {
		const [id] = (await studyIds(db, [study])) ?? [];
		return id !== undefined && bound.includes(id);
	}
	if (session === undefined) return false;
	const [row] = await db.select({ study: sessions.studyId }).from(sessions).where(eq(sessions.id, session));
	return row !== undefined && bound.includes(row.study);
}

const HOUR_MS = 3_600_000;
/** What this isolate has recorded. Cleared when it is large, because an isolate may live long. */
const recorded = new Map<string, string>();

/** Records that a key was used, once an hour at most, so that requests do not write. */
export async function recordUse(db: Database, id: string, nowMs: number): Promise<void> {
	const hour = timestamp(nowMs - (nowMs % HOUR_MS));
	if (recorded.get(id) === hour) return;
	if (recorded.size > 1_000) recorded.clear();
	recorded.set(id, hour);
	const isEarlier = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, hour));
	await db
		.update(apiKeys)
		.set({ lastUsedAt: hour })
		.where(and(eq(apiKeys.id, id), isEarlier));
}
