import { type SQL, sql } from "drizzle-orm";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { Database } from "../db/database.ts";
import { audit } from "../db/tables/access.ts";
import { timestamp } from "../shared/clock.ts";
import { derivedId, newId } from "../shared/id.ts";
import type { Json } from "../shared/json.ts";

export type AuditAction =
	| "key.create"
	| "key.revoke"
	| "dashboard.link"
	| "dashboard.sign_in"
	| "key.rotate"
	/** On the record of each study that a new key can unblind. */
	| "key.unblind"
	| "link.key"
	| "study.create"
	| "study.update"
	| "study.delete"
	| "study.copy"
	| "study.open"
	| "study.rebuild"
	| "study.pause"
	| "study.close"
	| "study.unblind"
	/** D1 and the study's allocator differ. */
	| "study.difference"
	| "study.endpoints"
	| "study.warning"
	| "study.settings"
	| "session.unblind"
	| "session.start"
	| "session.replay"
	| "session.end"
	| "session.release"
	| "session.link"
	| "session.erase"
	| "ids.read"
	| "prolific.reconcile"
	| "prolific.bonuses"
	| "prolific.draft"
	| "prolific.group"
	| "profiles.load"
	| "profiles.delete"
	| "profiles.preview"
	| "profiles.invite"
	| "adapters.register"
	| "simulation.preview"
	| "simulation.start"
	| "simulation.pause"
	| "simulation.resume"
	| "simulation.cancel"
	| "judgements.start"
	| "judgements.pause"
	| "judgements.resume"
	| "judgements.cancel"
	| "judgements.labels"
	| "webhook.create"
	| "webhook.delete"
	| "webhook.rotate"
	| "webhook.test"
	| "webhook.resend";

export type AuditDetail = Readonly<Record<string, Json>>;

export type AuditEntry = {
	/** The id of an API key, or `system`. */
	readonly actor: string;
	readonly action: AuditAction;
	readonly studyId?: string;
	readonly target?: string;
	/** What was done. Never empty. It must not contain a secret, a participant's own id or an arm. */
	readonly detail: AuditDetail;
	/** A name for an event that may be reported twice. Only its first entry is kept. */
	readonly once?: string;
};

/** The insert of one entry. Await it by itself, or put it into the `batch` of the change that it records. */
export const recordAudit = (db: Database, entry: AuditEntry, nowMs: number) =>
	db.insert(audit).values(auditRow(entry, nowMs)).onConflictDoNothing();

/**
 * The same, on a condition. Put it before the conditional change in one `batch`, so that both happen or neither does.
 */
export function recordAuditIf(condition: SQL, db: Database, entry: AuditEntry, nowMs: number) {
	const { id, at, actor, action, studyId, target, detail } = auditRow(entry, nowMs);
	// The values must be in the order of the table's columns.
	const values = sql`select ${id}, ${at}, ${actor}, ${action}, ${studyId}, ${target}, ${JSON.stringify(detail)} where ${condition}`;
	return db.insert(audit).select(values);
}

export const auditRow = (entry: AuditEntry, nowMs: number) => ({
	id: entry.once === undefined ? newId("audit", randomBytes) : derivedId("audit", entry.once),
	at: timestamp(nowMs),
	actor: entry.actor,
	action: entry.action,
	studyId: entry.studyId ?? null,
	target: entry.target ?? null,
	detail: entry.detail,
});
