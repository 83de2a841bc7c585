import { eq } from "drizzle-orm";
import { recordAudit } from "../../access/audit.ts";
import type { Database } from "../../db/database.ts";
import { replyPace, warnings } from "../../db/tables/studies.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import { log } from "../../shared/log.ts";
import { isTooLate, type LateCount, shareOf } from "./late-share.ts";

export type PacedPool = "live" | "pilot";

const MEANS =
	"More than 2 % of replies were late, over all arms. How often a reply is late can tell arms apart. Measure the models' speed, and pause the study until they keep the pace.";

/**
 * Writes a pool's count to D1, and warns once for each study and pool if too many replies were late. Idempotent. Returns the
 * time of the warning, or null if there is none.
 */
export async function publishLateShare(
	db: Database,
	studyId: string,
	pool: PacedPool,
	{ count, nowMs }: { readonly count: LateCount; readonly nowMs: number },
): Promise<string | null> {
	const published = { ...count, share: shareOf(count), publishedAt: timestamp(nowMs) };
	const upsert = db
		.insert(replyPace)
		.values({ studyId, pool, ...published })
		.onConflictDoUpdate({ target: [replyPace.studyId, replyPace.pool], set: published });
	if (!isTooLate(count)) {
		await upsert;
		return null;
	}
	const id = derivedId("warning", studyId, `late_replies ${pool}`);
	const numbers = { replies: count.replies, late: count.late, share: published.share };
	const detail = { ...numbers, pool, pointer: "/blinding/pace", means: MEANS };
	const row = { id, studyId, kind: "late_replies", detail, raisedAt: published.publishedAt };
	const entry = {
		actor: "system",
		action: "study.warning",
		studyId,
		target: id,
		detail: { ...numbers, pool },
		once: id,
	} as const;
	const [, written, , [first]] = await db.batch([
		upsert,
		db.insert(warnings).values(row).onConflictDoNothing(),
		recordAudit(db, entry, nowMs),
		db.select({ raisedAt: warnings.raisedAt }).from(warnings).where(eq(warnings.id, id)),
	]);
	if (written.meta.changes > 0) log("late_replies", { study: studyId, warning: id, pool, ...numbers });
	return first?.raisedAt ?? null;
}
