import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { sha256Of } from "../../shared/json.ts";
import { ProblemError } from "../../shared/problem.ts";
import { answerOr } from "../answer-or.ts";
import { credentialsOf } from "../api-key.ts";
import { originOfRequest } from "./client-address.ts";
import { rateLimiterOf } from "./rate-limit-client.ts";
import { type LimitName, limitOf } from "./rules.ts";

const LANDING = /^\/p\/([^/]+)/;
const START = /^\/v1\/studies\/([^/]+)\/sessions$/;

type Counter = { readonly name: LimitName; readonly key: string };

/**
 * Refuses excess requests with 429 before reading anything or waking a session. On Cloudflare the platform's limiter counts
 * first: it is faster, but it counts separately in each location. Our own count is exact and works everywhere.
 */
export const rateLimited = createMiddleware<AppEnv>(async function rateLimited(c, next) {
	const origin = originOfRequest(c.req.raw.headers);
	await countByPlatform(c, origin);
	const waits = await Promise.all(countersOf(c, origin).map((counter) => countByObject(c, counter)));
	const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
	if (longest > 0) throw tooMany(longest);
	await next();
});

/** The period of the platform's limiter. Its binding does not say when the next request is allowed. */
const PLATFORM_PERIOD_MS = 60_000;

async function countByPlatform(c: Context<AppEnv>, origin: string | null): Promise<void> {
	if (origin === null || !c.env.REQUESTS) return;
	const { success } = await c.env.REQUESTS.limit({ key: origin });
	if (!success) throw tooMany(PLATFORM_PERIOD_MS);
}

const COUNTED_WITHIN_MS = 2_000;

async function countByObject(c: Context<AppEnv>, { name, key }: Counter): Promise<number | null> {
	const limit = limitOf(c.env, name);
	// If counting fails, the request is allowed.
	return limit && answerOr(rateLimiterOf(c.env.LIMITS, key).take(key, limit), null, COUNTED_WITHIN_MS);
}

function countersOf(c: Context<AppEnv>, origin: string | null): Counter[] {
	const landing = c.req.method === "GET" ? LANDING.exec(c.req.path)?.[1] : undefined;
	const start = c.req.method === "POST" ? START.exec(c.req.path)?.[1] : undefined;
	if (landing !== undefined) {
		const ofStudy: Counter = { name: "landingsOfStudy", key: `landings of ${landing}` };
		return origin === null ? [ofStudy] : [ofStudy, { name: "landings", key: `landings of ${landing} from ${origin}` }];
	}
	if (start === undefined) return [];
	const caller = sha256Of(credentialsOf(c.req.raw.headers) || (origin ?? ""));
	return [{ name: "starts", key: `starts of ${start} by ${caller}` }];
}

const tooMany = (waitMs: number) =>
	new ProblemError({
		code: "too_many_requests",
		detail:
			"There were too many requests from this address or with this API key. Repeat after the seconds in Retry-After.",
		retryAfterSeconds: Math.ceil(waitMs / 1000),
	});
