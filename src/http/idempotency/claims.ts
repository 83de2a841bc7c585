import { and, eq, isNull, lt, not, or } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { idempotency } from "../../db/tables/access.ts";
import { timestamp } from "../../shared/clock.ts";

export type Claim = { readonly keyId: string; readonly idempotencyKey: string };
/** SHA-256 of method, address and body. Empty while an upload is still being read. */
type Fingerprint = { readonly fingerprint: string };

/** The record of an earlier request with this key. `body` is sealed. */
export type EarlierRequest = Fingerprint &
	({ readonly kind: "pending" } | { readonly kind: "answered"; readonly status: number; readonly body: string });

const KEPT_MS = 24 * 60 * 60 * 1000;
/** A claim is released after this time, in case the Worker stopped. It is longer than any request of its kind takes. */
const ABANDONED_MS = 2 * 60 * 1000;
const UPLOAD_ABANDONED_MS = 15 * 60 * 1000;

/** Claims the key for this request. Returns null on success, or the record of an earlier request. */
export async function take(db: Database, claim: Claim & Fingerprint, nowMs: number): Promise<EarlierRequest | null> {
	const sameKey = hasKey(claim);
	await db.delete(idempotency).where(and(sameKey, expired(nowMs)));
	const row = { ...claim, createdAt: timestamp(nowMs) };
	const inserted = await db.insert(idempotency).values(row).onConflictDoNothing();
	if (inserted.meta.changes > 0) return null;
	const [earlier] = await db.select().from(idempotency).where(sameKey);
	// The earlier request was refused just now and released the key. The client may repeat, as for one in progress.
	if (!earlier) return { kind: "pending", fingerprint: "" };
	const { fingerprint, status, body } = earlier;
	if (status === null || body === null) return { kind: "pending", fingerprint };
	return { kind: "answered", fingerprint, status, body };
}

function expired(nowMs: number) {
	const olderThan = (ms: number) => lt(idempotency.createdAt, timestamp(nowMs - ms));
	const pending = isNull(idempotency.status);
	const upload = eq(idempotency.fingerprint, "");
	return or(
		olderThan(KEPT_MS),
		and(pending, upload, olderThan(UPLOAD_ABANDONED_MS)),
		and(pending, not(upload), olderThan(ABANDONED_MS)),
	);
}

export const keep = (
	db: Database,
	{ fingerprint, ...claim }: Claim & Fingerprint,
	answer: { readonly status: number; readonly body: string },
) =>
	db
		.update(idempotency)
		.set({ ...answer, fingerprint })
		.where(hasKey(claim));

export const release = (db: Database, claim: Claim) => db.delete(idempotency).where(hasKey(claim));

export const deleteExpired = (db: Database, nowMs: number) =>
	db.delete(idempotency).where(lt(idempotency.createdAt, timestamp(nowMs - KEPT_MS)));

const hasKey = ({ keyId, idempotencyKey }: Claim) =>
	and(eq(idempotency.keyId, keyId), eq(idempotency.idempotencyKey, idempotencyKey));
