import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { openWith, sealWith } from "../../crypto/credential-cipher.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { sha256Of } from "../../shared/json.ts";
import { type Problem, ProblemError } from "../../shared/problem.ts";
import { afterResponse } from "../after-response.ts";
import { credentialsOf } from "../api-key.ts";
import { type Claim, deleteExpired, type EarlierRequest, keep, release, take } from "./claims.ts";
import { hashedBody } from "./hashed-body.ts";

/**
 * The `Idempotency-Key` of a researcher's POST (draft-ietf-httpapi-idempotency-key-header). For 24 hours, a repeat gets the
 * first response. Refusals are not kept: they changed nothing, and a corrected request may use the same key.
 */
export const idempotent = createMiddleware<AppEnv>(async function idempotent(c, next) {
	const claim = claimOf(c);
	if (!claim) return next();
	const db = database(c.env.DB);
	const fingerprint = sha256Of(`${targetOf(c)}\n${await c.req.text()}`);
	const earlier = await take(db, { ...claim, fingerprint }, Date.now());
	if (earlier) return replay(c, earlier, fingerprint);
	await next();
	await settle(c, claim, fingerprint);
});

/**
 * The same for an upload, which is too large to buffer. Its fingerprint is made while the handler reads the body, so it is known
 * only after the response. A repeat is read to its end and compared; the handler does not run.
 */
export const idempotentUpload = createMiddleware<AppEnv>(async function idempotentUpload(c, next) {
	const claim = claimOf(c);
	if (!claim) return next();
	const { request, readToEnd } = hashedBody(c.req.raw);
	const fingerprint = async () => sha256Of(`${targetOf(c)}\n${await readToEnd()}`);
	c.req.raw = request;
	const earlier = await take(database(c.env.DB), { ...claim, fingerprint: "" }, Date.now());
	if (earlier) return replay(c, earlier, await fingerprint());
	await next();
	await settle(c, claim, c.res.ok ? await fingerprint() : "");
});

/** The key that this request claims. Null without a key, without a caller, or for another method than POST. */
function claimOf(c: Context<AppEnv>): Claim | null {
	const header = c.req.header("Idempotency-Key");
	const caller = c.get("apiKey");
	if (c.req.method !== "POST" || header === undefined || !caller) return null;
	// A kept response is sealed with the caller's API key, which a signed-in browser does not have.
	if (secretOf(c) === "") throw new ProblemError(WITHOUT_CREDENTIALS);
	return { keyId: caller.id, idempotencyKey: parseKey(header) };
}

function targetOf(c: Context<AppEnv>): string {
	const { pathname, search } = new URL(c.req.url);
	return `${c.req.method} ${pathname}${search}`;
}

/** The draft quotes the key, most clients do not. Both forms are the same key. */
function parseKey(header: string): string {
	const key = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim();
	if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
	throw new ProblemError({
		code: "invalid_request",
		detail: "Send an Idempotency-Key of 1 to 200 printable ASCII characters without spaces.",
		errors: [{ pointer: "/Idempotency-Key", detail: "Not a valid key." }],
	});
}

/** D1 allows 2 MB a row. The text is base64, so each character is one byte. */
const MOST_KEPT_BYTES = 1_900_000;

/** The response that is kept, sealed with the caller's API key. */
type KeptResponse = { readonly text: string; readonly location: string | null };

/** D1 reveals the length of a sealed response. That of an emergency unblinding depends on the arm, so lengths are rounded up. */
const BLOCK = 4096;
const padded = (json: string): string => json.padEnd(Math.ceil(json.length / BLOCK) * BLOCK);

const secretOf = (c: Context<AppEnv>): string => credentialsOf(c.req.raw.headers);

async function replay(c: Context<AppEnv>, earlier: EarlierRequest, fingerprint: string): Promise<Response> {
	if (earlier.kind === "pending" && earlier.fingerprint === "") throw inProgress();
	if (earlier.fingerprint !== fingerprint) throw mismatch();
	if (earlier.kind === "pending") throw inProgress();
	const { text, location }: KeptResponse = JSON.parse(await openWith(secretOf(c), earlier.body));
	const headers = { "Content-Type": "application/json", "Idempotency-Replayed": "true" };
	return new Response(text === "" ? null : text, {
		status: earlier.status,
		headers: { ...headers, ...(location !== null && { Location: location }) },
	});
}

async function settle(c: Context<AppEnv>, claim: Claim, fingerprint: string): Promise<void> {
	const db = database(c.env.DB);
	const { res: response } = c;
	if (!response.ok) return void (await release(db, claim));
	const kept: KeptResponse = { text: await response.clone().text(), location: response.headers.get("Location") };
	const body = await sealWith(secretOf(c), padded(JSON.stringify(kept)));
	// Too long for a row, such as a session with long replies. A repeat runs the handler again, which returns the same session.
	if (body.length > MOST_KEPT_BYTES) return void (await release(db, claim));
	await keep(db, { ...claim, fingerprint }, { status: response.status, body });
	if (fingerprint.endsWith("0")) afterResponse(c, () => deleteExpired(db, Date.now()));
}

const WITHOUT_CREDENTIALS: Problem = {
	code: "invalid_request",
	detail: "An Idempotency-Key needs an API key in the request's headers. Send the request without it, or with a key.",
	errors: [{ pointer: "/Idempotency-Key", detail: "Not possible for a browser that is signed in." }],
};

const mismatch = () =>
	new ProblemError({
		code: "idempotency_mismatch",
		detail: "This Idempotency-Key was used for a different request. Use a new key.",
	});

const inProgress = () =>
	new ProblemError({
		code: "request_in_progress",
		detail: "The first request with this Idempotency-Key is still in progress. Repeat it in a moment.",
		retryAfterSeconds: 1,
	});
