import { and, eq, isNull, lt } from "drizzle-orm";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { type Database, database } from "../db/database.ts";
import { idempotency } from "../db/tables/access.ts";
import type { AppEnv } from "../env.ts";
import { timestamp } from "../shared/clock.ts";
import { sha256Of } from "../shared/json.ts";
import { ProblemError } from "../shared/problem.ts";
import { openWith, sealWith } from "./vault.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;
/** A Worker that died holds its key no longer than this. No POST of ours takes near as long. */
const ABANDONED_MS = 2 * 60 * 1000;

type Claim = { readonly keyId: string; readonly idempotencyKey: string; readonly fingerprint: string };

/**
 * The `Idempotency-Key` of a researcher's POST (draft-ietf-httpapi-idempotency-key-header). The answer of the first is
 * given again for 24 hours. Refusals are not kept: they changed nothing, and a corrected repeat should be looked at.
 */
const idempotentBy = (bodyOf: (c: Context<AppEnv>) => Promise<string>) =>
	createMiddleware<AppEnv>(async function idempotent(c, next) {
		const header = c.req.header("Idempotency-Key");
		const caller = c.get("apiKey");
		if (c.req.method !== "POST" || header === undefined || !caller) return next();
		const db = database(c.env.DB);
		const secret = c.req.header("Authorization") ?? "";
		const claim = {
			keyId: caller.id,
			idempotencyKey: parseKey(header),
			fingerprint: sha256Of(`${c.req.method} ${new URL(c.req.url).pathname}\n${await bodyOf(c)}`),
		};
		const nowMs = Date.now();
		const kept = await take(db, claim, nowMs);
		if (kept) return replay(kept, secret);
		await next();
		await settle(db, claim, c.res, secret);
		if (isTimeToPrune(claim)) c.executionCtx.waitUntil(prune(db, nowMs));
	});

export const idempotent = idempotentBy((c) => c.req.text());

/** Of a body that is streamed no more is compared than how long it was said to be: it is not read twice. */
export const idempotentStream = idempotentBy(async (c) => c.req.header("Content-Length") ?? "of no known length");

/** The draft writes it as a quoted string, most clients without quotes: both are the same key. */
function parseKey(header: string): string {
	const key = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim();
	if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
	throw new ProblemError({
		code: "invalid_request",
		detail: "An Idempotency-Key is 1 to 200 printable characters without blanks.",
		errors: [{ pointer: "/Idempotency-Key", detail: "Not usable as a key." }],
	});
}

/** `body` is sealed, and inside it an `Answer`. */
type Kept = { readonly status: number; readonly body: string };
type Answer = { readonly text: string; readonly location: string | null };

/** Claims the key for this request; gives what was answered before where there is something. */
async function take(db: Database, claim: Claim, nowMs: number): Promise<Kept | null> {
	const mine = ofClaim(claim);
	const row = { ...claim, createdAt: timestamp(nowMs) };
	await db.batch([
		db.delete(idempotency).where(and(mine, lt(idempotency.createdAt, timestamp(nowMs - KEPT_MS)))),
		db
			.delete(idempotency)
			.where(and(mine, isNull(idempotency.status), lt(idempotency.createdAt, timestamp(nowMs - ABANDONED_MS)))),
	]);
	const inserted = await db.insert(idempotency).values(row).onConflictDoNothing();
	if (inserted.meta.changes > 0) return null;
	const [known] = await db.select().from(idempotency).where(mine);
	if (known && known.fingerprint !== claim.fingerprint)
		throw new ProblemError({
			code: "idempotency_mismatch",
			detail: "This Idempotency-Key came with another request before. Use a fresh one.",
		});
	if (!known || known.status === null || known.body === null)
		throw new ProblemError({
			code: "request_in_progress",
			detail: "The first request with this Idempotency-Key is still being worked on. Repeat it in a moment.",
			retryAfterSeconds: 1,
		});
	return { status: known.status, body: known.body };
}

const ofClaim = ({ keyId, idempotencyKey }: Claim) =>
	and(eq(idempotency.keyId, keyId), eq(idempotency.idempotencyKey, idempotencyKey));

async function replay({ status, body }: Kept, secret: string): Promise<Response> {
	const { text, location }: Answer = JSON.parse(await openWith(secret, body));
	const headers = { "Content-Type": "application/json", "Idempotency-Replayed": "true" };
	return new Response(text, { status, headers: { ...headers, ...(location !== null && { Location: location }) } });
}

async function settle(db: Database, claim: Claim, answer: Response, secret: string): Promise<void> {
	if (!answer.ok) {
		await db.delete(idempotency).where(ofClaim(claim));
		return;
	}
	const kept: Answer = { text: await answer.clone().text(), location: answer.headers.get("Location") };
	const body = await sealWith(secret, JSON.stringify(kept));
	await db.update(idempotency).set({ status: answer.status, body }).where(ofClaim(claim));
}

/** One request in sixteen, chosen by the request itself, clears what has lapsed. */
const isTimeToPrune = ({ fingerprint }: Claim): boolean => fingerprint.endsWith("0");

const prune = (db: Database, nowMs: number) =>
	db.delete(idempotency).where(lt(idempotency.createdAt, timestamp(nowMs - KEPT_MS)));
