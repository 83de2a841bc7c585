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
/** Between two fetches for an unknown key. Tokens with made-up key ids cannot cause more. */
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
		throw new ProblemError({ code: "bad_environment", detail: "PROLIFIC_JWKS_URL is not a URL." });
	const kept: JWKSCacheInput = {};
	const remote = createRemoteJWKSet(new URL(address), {
		cacheMaxAge: FRESH_MS,
		cooldownDuration: COOLDOWN_MS,
		timeoutDuration: TIMEOUT_MS,
		[jwksCache]: kept,
	});
	return async (header, token) => {
		if (typeof header.kid !== "string") throw new errors.JWKSNoMatchingKey();
		try {
			return await remote(header, token);
		} catch (error) {
			if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
			return keptKey(kept, header, Date.now());
		}
	};
}

async function keptKey({ uat, jwks }: JWKSCacheInput, header: JWTHeaderParameters, nowMs: number): Promise<CryptoKey> {
	if (!jwks || uat === undefined || nowMs - uat > STALE_MS) throw new KeysUnavailable();
	try {
		return await createLocalJWKSet(jwks)(header);
	} catch {
		// Not among the cached keys. Prolific may have published it since.
		throw new KeysUnavailable();
	}
}
