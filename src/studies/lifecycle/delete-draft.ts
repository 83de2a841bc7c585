import { and, eq, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordAuditIf } from "../../access/audit.ts";
import { database } from "../../db/database.ts";
import { linkKeys } from "../../db/tables/access.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { studies, studyVersions, warnings } from "../../db/tables/studies.ts";
import type { Env } from "../../env.ts";
import type { Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isEditable, type StudyRecord } from "../study-queries.ts";

const NOT_DELETABLE: Problem = {
	code: "study_not_draft",
	detail: "Only a draft can be deleted, because an opened study may have participants. Close it instead.",
};

/** Deletes a draft with the profiles and adapters that were loaded for it. The audit keeps that it existed. */
export async function deleteDraft(
	{ id, slug, status, protocolHash }: StudyRecord,
	{ env, actor, nowMs }: { readonly env: Env; readonly actor: string; readonly nowMs: number },
): Promise<Result<null, Problem>> {
	if (status !== "draft") return err(NOT_DELETABLE);
	const db = database(env.DB);
	const still = isEditable(id);
	const entry = { actor, action: "study.delete", studyId: id, detail: { slug, protocolHash } } as const;
	const [, deleted] = await db.batch([
		recordAuditIf(still, db, entry, nowMs),
		db.delete(studyVersions).where(ifEditable(studyVersions.studyId, id, still)),
		db.delete(profilePeople).where(ifEditable(profilePeople.studyId, id, still)),
		db.delete(profiles).where(ifEditable(profiles.studyId, id, still)),
		db.delete(adapters).where(ifEditable(adapters.studyId, id, still)),
		db.delete(linkKeys).where(ifEditable(linkKeys.studyId, id, still)),
		db.delete(warnings).where(ifEditable(warnings.studyId, id, still)),
		db.delete(studies).where(ifEditable(studies.id, id, still)),
	]);
	return deleted.meta.changes === 0 ? err(NOT_DELETABLE) : ok(null);
}

/** Another call may have opened the draft since. Then nothing is deleted. */
const ifEditable = (column: SQLiteColumn, id: string, still: SQL): SQL | undefined => and(eq(column, id), still);
