import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
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
	| "simulation.start"
	| "simulation.pause"
	| "simulation.resume"
	| "simulation.cancel"
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

/** The insert of one entry. Await it alone, or put it into the `batch` of the change that it records. */
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

export type AuditPosition = { readonly at: string; readonly id: string };

/** A page of entries after this position, newest first. Ties in time are ordered by id, so that no entry is skipped or repeated. */
export const auditPage = (db: Database, after: AuditPosition | null, limit: number) =>
	db
		.select()
		.from(audit)
		.where(after ? or(lt(audit.at, after.at), and(eq(audit.at, after.at), lt(audit.id, after.id))) : undefined)
		.orderBy(desc(audit.at), desc(audit.id))
		.limit(limit);

/** A position as an opaque text for the URL. */
export const writeCursor = ({ at, id }: AuditPosition): string => btoa(`${at}|${id}`).replaceAll("=", "");

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\|(au_[0-9a-z]+)$/;

/** Null if the text is not a cursor of ours. */
export function readCursor(text: string): AuditPosition | null {
	if (!/^[A-Za-z0-9+/]+$/.test(text) || text.length % 4 === 1) return null;
	const [, at, id] = CURSOR.exec(atob(text)) ?? [];
	return at && id ? { at, id } : null;
}
