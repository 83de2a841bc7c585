import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sameText } from "../../crypto/same-text.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";
import { type Caller, findCallerById } from "../keys/api-keys.ts";
import { requireAccess } from "./cloudflare-access.ts";
import { actTokenOf, belongsTo, type Pass, readPass } from "./dashboard-pass.ts";

export const ACT_TOKEN = "X-Crossover-Act";
const NAME = "researcher";

/** What the cookie of this request allows now. */
export type SignedIn = { readonly cookie: string; readonly pass: Pass; readonly caller: Caller };

const isSecure = (c: Context<AppEnv>): boolean => new URL(c.req.url).protocol === "https:";

/** The prefix makes browsers refuse the cookie from another host of the domain, and without TLS. */
const prefixOf = (c: Context<AppEnv>) => (isSecure(c) ? ("host" as const) : undefined);

const cookieOf = (c: Context<AppEnv>): string | undefined => {
	const prefix = prefixOf(c);
	return prefix ? getCookie(c, NAME, prefix) : getCookie(c, NAME);
};

/** `Strict`: no page of another site, and no link on one, makes a request with this cookie. */
const options = (c: Context<AppEnv>) => {
	const prefix = prefixOf(c);
	return {
		httpOnly: true,
		secure: isSecure(c),
		sameSite: "Strict",
		path: "/",
		...(prefix && { prefix }),
	} as const;
};

export const setPassCookie = (c: Context<AppEnv>, cookie: string, seconds: number): void =>
	setCookie(c, NAME, cookie, { ...options(c), maxAge: seconds });

export const deletePassCookie = (c: Context<AppEnv>): void => void deleteCookie(c, NAME, options(c));

/** The key behind a pass, with what of its scopes the pass has. Null once the key is revoked or replaced. */
export async function callerOfPass(c: Context<AppEnv>, pass: Pass): Promise<Caller | null> {
	const found = await findCallerById(database(c.env.DB), pass.keyId, { bindings: c.env, nowMs: Date.now() });
	if (!found || !belongsTo(pass, found.hash, c.env)) return null;
	const scopes = pass.scopes.filter((scope) => found.caller.scopes.includes(scope));
	return { ...found.caller, scopes };
}

/** Null without a valid cookie. */
export async function signedIn(c: Context<AppEnv>): Promise<SignedIn | null> {
	const cookie = cookieOf(c);
	if (!cookie) return null;
	const pass = await readPass(cookie, { use: "cookie", nowMs: Date.now(), bindings: c.env });
	const caller = pass && (await callerOfPass(c, pass));
	return caller ? { cookie, pass, caller } : null;
}

const READS = ["GET", "HEAD"];
const OF_STUDY = /^\/v1\/studies\/([^/]+)\/?(?:\/.*)?$/;

/** The caller of a request by cookie. Refuses acts without the page's token, and studies outside the pass. */
export async function callerByCookie(c: Context<AppEnv>): Promise<Caller | null> {
	const found = await signedIn(c);
	if (!found) return null;
	await requireAccess(c, Date.now());
	const { cookie, pass, caller } = found;
	if (!READS.includes(c.req.method) && !sameText(c.req.header(ACT_TOKEN) ?? "", actTokenOf(cookie, c.env)))
		throw new ProblemError({
			code: "forbidden",
			detail: `Acts by a signed-in browser need the header ${ACT_TOKEN}. Load the page again, then repeat.`,
		});
	if (pass.study && !opens(pass.study, c.req.path))
		throw new ProblemError({ code: "forbidden", detail: "This link opens one study only, and this is outside it." });
	return caller;
}

function opens({ id, slug }: { readonly id: string; readonly slug: string }, path: string): boolean {
	const study = OF_STUDY.exec(path)?.[1];
	return study === id || study === slug;
}
