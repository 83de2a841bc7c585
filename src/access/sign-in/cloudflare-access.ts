import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { errors, jwtVerify } from "jose";
import { KeysUnavailable, remoteKeys } from "../../crypto/remote-keys.ts";
import type { AppEnv, Env } from "../../env.ts";
import { type Problem, ProblemError } from "../../shared/problem.ts";

/** What Cloudflare Access adds to each request that it lets through, and the cookie in which a browser keeps the same token. */
const HEADER = "Cf-Access-Jwt-Assertion";
const COOKIE = "CF_Authorization";
const LONGEST = 8192;

/**
 * Refuses a request for the dashboard that did not come through the deployment's Cloudflare Access, if that is configured. Without the
 * check, the Worker's other addresses would lead past Access. API keys in headers are for programs, and are not asked for it.
 */
export async function requireAccess(c: Context<AppEnv>, nowMs: number): Promise<void> {
	const access = accessOf(c.env);
	if (!access) return;
	const token = c.req.header(HEADER) ?? getCookie(c, COOKIE);
	if (!token) throw new ProblemError(WITHOUT_TOKEN);
	if (token.length > LONGEST) throw new ProblemError(NOT_OURS);
	try {
		await jwtVerify(token, remoteKeys(access.keys), {
			algorithms: ["RS256"],
			issuer: access.issuer,
			audience: access.audience,
			requiredClaims: ["exp", "iat"],
			currentDate: new Date(nowMs),
		});
	} catch (error) {
		if (error instanceof KeysUnavailable) throw new ProblemError(UNAVAILABLE);
		throw new ProblemError(error instanceof errors.JWTExpired ? EXPIRED : NOT_OURS);
	}
}

type Access = { readonly issuer: string; readonly audience: string[]; readonly keys: URL };

/** Null if the deployment does not use Access. */
function accessOf({ ACCESS_TEAM_DOMAIN, ACCESS_AUD, ACCESS_CERTS_URL }: Env): Access | null {
	if (!ACCESS_TEAM_DOMAIN && !ACCESS_AUD) return null;
	const issuer = `https://${(ACCESS_TEAM_DOMAIN ?? "").replace(/^https:\/\//, "").replace(/\/+$/, "")}`;
	const keys = ACCESS_CERTS_URL ?? `${issuer}/cdn-cgi/access/certs`;
	const audience = (ACCESS_AUD ?? "").split(",").flatMap((aud) => aud.trim() || []);
	if (!ACCESS_TEAM_DOMAIN || audience.length === 0 || !URL.canParse(issuer) || !URL.canParse(keys))
		throw new ProblemError(MISCONFIGURED);
	return { issuer, audience, keys: new URL(keys) };
}

const WITHOUT_TOKEN: Problem = {
	code: "unauthenticated",
	detail:
		"The dashboard is behind Cloudflare Access, and this request did not come through it. Open the dashboard at the address that Access protects, and sign in there.",
};

const EXPIRED: Problem = {
	code: "unauthenticated",
	detail: "Your sign-in at Cloudflare Access has expired. Load the page again.",
};

const NOT_OURS: Problem = {
	code: "unauthenticated",
	detail:
		"The token of Cloudflare Access is not valid for this dashboard. Whoever deployed it should compare ACCESS_TEAM_DOMAIN and ACCESS_AUD with the Access application.",
};

const UNAVAILABLE: Problem = {
	code: "unavailable",
	detail: "The keys of Cloudflare Access cannot be read, so nobody can be let in. Try again in a minute.",
};

const MISCONFIGURED: Problem = {
	code: "bad_environment",
	detail: "Set both ACCESS_TEAM_DOMAIN (such as my-team.cloudflareaccess.com) and ACCESS_AUD, or neither.",
};
