import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { openWith, sealWith } from "../../crypto/vault.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { sha256Of } from "../../shared/json.ts";
import { ProblemError } from "../../shared/problem.ts";
import { type Claim, type EarlierRequest, forgetOld, keep, release, take } from "./claims.ts";
import { hashedBody } from "./hashed-body.ts";

/**
 * The `Idempotency-Key` of a researcher's POST (draft-ietf-httpapi-idempotency-key-header). The answer of the first is
 * given again for 24 hours. Refusals are not kept: they changed nothing, and a corrected repeat should be looked at.
 */
export const idempotent = createMiddleware<AppEnv>(async function idempotent(c, next) {
	const claim = claimOf(c);
	if (!claim) return next();
	const db = database(c.env.DB);
	const fingerprint = sha256Of(`${targetOf(c)}\n${await c.req.text()}`);
	const known = await take(db, { ...claim, fingerprint }, Date.now());
	if (known) return replay(c, known, fingerprint);
	await next();
	await settle(c, claim, fingerprint);
});

/**
 * The same for an upload, which is too large to be held before it is worked on. Its fingerprint is made while the handler reads, and is
 * known with the answer. A repeat is read to its end to be compared; no handler sees it.
 */
export const idempotentUpload = createMiddleware<AppEnv>(async function idempotentUpload(c, next) {
	const claim = claimOf(c);
	if (!claim) return next();
	const { request, readToEnd } = hashedBody(c.req.raw);
	const fingerprint = async () => sha256Of(`${targetOf(c)}\n${await readToEnd()}`);
	c.req.raw = request;
	const known = await take(database(c.env.DB), { ...claim, fingerprint: "" }, Date.now());
	if (known) return replay(c, known, await fingerprint());
	await next();
	await settle(c, claim, c.res.ok ? await fingerprint() : "");
});

/** Null where there is nothing to claim: another method, no key, or no caller. */
function claimOf(c: Context<AppEnv>): Claim | null {
	const header = c.req.header("Idempotency-Key");
	const caller = c.get("apiKey");
	if (c.req.method !== "POST" || header === undefined || !caller) return null;
	return { keyId: caller.id, idempotencyKey: parseKey(header) };
}

function targetOf(c: Context<AppEnv>): string {
	const { pathname, search } = new URL(c.req.url);
	return `${c.req.method} ${pathname}${search}`;
}

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

/** Base64, so a unit is a byte. D1 has 2 MB a row. */
const MOST_KEPT_BYTES = 1_900_000;

/** What a claim keeps, sealed under the caller's credentials. */
type Answer = { readonly text: string; readonly location: string | null };

/** D1 shows how long an answer is that it cannot read, and that of an emergency unblinding names arms. */
const BLOCK = 4096;
const padded = (json: string): string => json.padEnd(Math.ceil(json.length / BLOCK) * BLOCK);

const secretOf = (c: Context<AppEnv>): string => c.req.header("Authorization") ?? "";

async function replay(c: Context<AppEnv>, known: EarlierRequest, fingerprint: string): Promise<Response> {
	if (known.kind === "pending" && known.fingerprint === "") throw inProgress();
	if (known.fingerprint !== fingerprint) throw mismatch();
	if (known.kind === "pending") throw inProgress();
	const { text, location }: Answer = JSON.parse(await openWith(secretOf(c), known.body));
	const headers = { "Content-Type": "application/json", "Idempotency-Replayed": "true" };
	return new Response(text === "" ? null : text, {
		status: known.status,
		headers: { ...headers, ...(location !== null && { Location: location }) },
	});
}

async function settle(c: Context<AppEnv>, claim: Claim, fingerprint: string): Promise<void> {
	const db = database(c.env.DB);
	const { res: answer } = c;
	if (!answer.ok) return void (await release(db, claim));
	const kept: Answer = { text: await answer.clone().text(), location: answer.headers.get("Location") };
	const body = await sealWith(secretOf(c), padded(JSON.stringify(kept)));
	// More than a row holds, such as a session with long replies: a repeat is worked on again, which finds what is there.
	if (body.length > MOST_KEPT_BYTES) return void (await release(db, claim));
	await keep(db, { ...claim, fingerprint }, { status: answer.status, body });
	if (fingerprint.endsWith("0")) c.executionCtx.waitUntil(forgetOld(db, Date.now()));
}

const mismatch = () =>
	new ProblemError({
		code: "idempotency_mismatch",
		detail: "This Idempotency-Key came with another request before. Use a fresh one.",
	});

const inProgress = () =>
	new ProblemError({
		code: "request_in_progress",
		detail: "The first request with this Idempotency-Key is still being worked on. Repeat it in a moment.",
		retryAfterSeconds: 1,
	});
