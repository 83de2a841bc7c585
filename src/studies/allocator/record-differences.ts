import { recordAudit } from "../../access/audit.ts";
import type { Database } from "../../db/database.ts";
import { sha256Of } from "../../shared/json.ts";
import type { Difference } from "./allocator-standing.ts";

/** Records in the audit that D1 differs from the allocator, once for each difference. */
export async function recordDifferences(
	db: Database,
	studyId: string,
	differences: readonly Difference[],
	nowMs: number,
): Promise<void> {
	const entries = differences.map((difference) => {
		const once = sha256Of(JSON.stringify(["difference", studyId, difference]));
		const entry = { actor: "system", action: "study.difference", studyId, detail: difference, once } as const;
		return recordAudit(db, entry, nowMs);
	});
	const [first, ...rest] = entries;
	if (first) await db.batch([first, ...rest]);
}
