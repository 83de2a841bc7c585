import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { sha256Of } from "../../shared/json.ts";
import { ProblemError } from "../../shared/problem.ts";
import { rateLimiterOf } from "./client.ts";
import { originOfRequest } from "./client-address.ts";
import { type LimitName, limitOf } from "./rules.ts";

const LANDING = /^\/p\/([^/]+)/;
const START = /^\/v1\/studies\/([^/]+)\/sessions$/;

type Counted = { readonly name: LimitName; readonly key: string };

/**
 * 429 for whoever sends too much, before anything is read or woken for it. Where it is deployed the platform counts first: it is
 * nearer, and counts by location alone. Our own count is exact, and works everywhere.
 */
export const rateLimited = createMiddleware<AppEnv>(async function rateLimited(c, next) {
	const origin = originOfRequest(c.req.raw.headers);
	await countByPlatform(c, origin);
	const waits = await Promise.all(countedBy(c, origin).map((counted) => countByObject(c, counted)));
	const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
	if (longest > 0) throw tooMany(longest);
	await next();
});

/** Of the binding nobody learns when there is room again: this is its period. */
const PLATFORM_PERIOD_MS = 60_000;

async function countByPlatform(c: Context<AppEnv>, origin: string | null): Promise<void> {
	if (origin === null || !c.env.REQUESTS) return;
	const { success } = await c.env.REQUESTS.limit({ key: origin });
	if (!success) throw tooMany(PLATFORM_PERIOD_MS);
}

async function countByObject(c: Context<AppEnv>, { name, key }: Counted): Promise<number | null> {
	const limit = limitOf(c.env, name);
	// A count that fails must turn nobody away.
	return (
		limit &&
		rateLimiterOf(c.env.LIMITS, key)
			.take(key, limit)
			.catch(() => null)
	);
}

function countedBy(c: Context<AppEnv>, origin: string | null): Counted[] {
	const landing = c.req.method === "GET" ? LANDING.exec(c.req.path)?.[1] : undefined;
	const start = c.req.method === "POST" ? START.exec(c.req.path)?.[1] : undefined;
	if (landing !== undefined) {
		const ofStudy: Counted = { name: "landingsOfStudy", key: `landings of ${landing}` };
		return origin === null ? [ofStudy] : [ofStudy, { name: "landings", key: `landings of ${landing} from ${origin}` }];
	}
	if (start === undefined) return [];
	const caller = sha256Of(c.req.header("Authorization") ?? origin ?? "");
	return [{ name: "starts", key: `starts of ${start} by ${caller}` }];
}

const tooMany = (waitMs: number) =>
	new ProblemError({
		code: "too_many_requests",
		detail: "Too many requests came from here. Repeat after the seconds in Retry-After.",
		retryAfterSeconds: Math.ceil(waitMs / 1000),
	});
