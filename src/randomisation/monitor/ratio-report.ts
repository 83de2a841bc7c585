import { recordAudit } from "../../access/audit.ts";
import type { Database } from "../../db/database.ts";
import { warnings } from "../../db/tables/studies.ts";
import { derivedId } from "../../shared/id.ts";
import { log } from "../../shared/log.ts";
import type { RatioFailedEntry } from "../allocator/log-entry.ts";

/** One line of the allocation log, by its index. */
export type RatioFailure = { readonly line: number; readonly entry: RatioFailedEntry };

/**
 * Reports a sample ratio that began to fail: a row of `warnings`, an audit entry and a line in the Worker's log. Repeats
 * add nothing, because the id follows from the line in the allocation log. Nothing here names a label.
 */
export async function reportRatioFailure(db: Database, studyId: string, failure: RatioFailure): Promise<void> {
	const { at, chiSquare, df, p } = failure.entry;
	const id = derivedId("warning", studyId, failure.line);
	const detail = { chiSquare, df, p };
	const row = { id, studyId, kind: "sample_ratio", detail, raisedAt: at };
	const entry = { actor: "system", action: "study.warning", studyId, target: id, detail, once: id } as const;
	const [written] = await db.batch([
		db.insert(warnings).values(row).onConflictDoNothing(),
		recordAudit(db, entry, Date.parse(at)),
	]);
	if (written.meta.changes === 0) return;
	log("sample_ratio_failed", { study: studyId, warning: id, ...detail });
}
