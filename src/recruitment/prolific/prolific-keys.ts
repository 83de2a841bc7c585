import {
	createLocalJWKSet,
	createRemoteJWKSet,
	errors,
	type JWKSCacheInput,
	type JWTHeaderParameters,
	type JWTVerifyGetKey,
	jwksCache,
} from "jose";
import type { Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";

const PROLIFIC = "https://api.prolific.com/.well-known/study/jwks.json";

const HOUR_MS = 60 * 60 * 1000;
/** Prolific asks to refresh its keys at least once a day. */
const FRESH_MS = HOUR_MS;
/** While Prolific does not answer, keys up to this age are still used. */
const STALE_MS = 24 * HOUR_MS;
/** The shortest time between two fetches for an unknown key, so that invented key ids cannot cause many. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;

/** Prolific's keys are unavailable, so a signature can be neither accepted nor refused. */
export class KeysUnavailable extends Error {}

const known = new Map<string, JWTVerifyGetKey>();

/** Prolific's public keys, by the `kid` of a token. Cached in this isolate. */
export function prolificKeys({ PROLIFIC_JWKS_URL = PROLIFIC }: Env): JWTVerifyGetKey {
	const keys = known.get(PROLIFIC_JWKS_URL) ?? keysAt(PROLIFIC_JWKS_URL);
	known.set(PROLIFIC_JWKS_URL, keys);
	return keys;
}

function keysAt(address: string): JWTVerifyGetKey {
	if (!URL.canParse(address))
		throw new ProblemError({ code: "bad_environment", detail: "Set PROLIFIC_JWKS_URL to a URL." });
	const cache: JWKSCacheInput = {};
	const remote = createRemoteJWKSet(new URL(address), {
		cacheMaxAge: FRESH_MS,
		cooldownDuration: COOLDOWN_MS,
		timeoutDuration: TIMEOUT_MS,
		[jwksCache]: cache,
	});
	return async (header, token) => {
		if (typeof header.kid !== "string") throw new errors.JWKSNoMatchingKey();
		try {
			return await remote(header, token);
		} catch (error) {
			if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
			return cachedKey(cache, header, Date.now());
		}
	};
}

async function cachedKey(
	{ uat, jwks }: JWKSCacheInput,
	header: JWTHeaderParameters,
	nowMs: number,
): Promise<CryptoKey> {
	if (!jwks || uat === undefined || nowMs - uat > STALE_MS) throw new KeysUnavailable();
	try {
		return await createLocalJWKSet(jwks)(header);
	} catch {
		// Not among the cached keys. Prolific may have published it since.
		throw new KeysUnavailable();
	}
}
