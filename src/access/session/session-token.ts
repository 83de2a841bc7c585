import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../../env.ts";

/** Each session has its own cookie, so that two studies in one browser do not sign each other out. */
export const sessionCookieName = (session: string): string => `xs_${session}`;

/** The session's token from the request. A bearer token comes first, because a frame in another site has no cookies. */
export function readSessionToken(c: Context<AppEnv>, session: string): string | null {
	const bearer = /^Bearer +(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
	return bearer ?? getCookie(c, sessionCookieName(session)) ?? null;
}

const THIRTY_DAYS_S = 30 * 24 * 60 * 60;

/**
 * `Lax`, not `Strict`: the cookie must be sent after the redirect from a recruiter's page, which is another site. A POST from
 * another site does not send it, and a JSON body from there would need CORS headers, which we never send.
 */
export function setSessionCookie(c: Context<AppEnv>, session: string, token: string): void {
	setCookie(c, sessionCookieName(session), token, {
		httpOnly: true,
		secure: new URL(c.req.url).protocol === "https:",
		sameSite: "Lax",
		path: "/",
		maxAge: THIRTY_DAYS_S,
	});
}
