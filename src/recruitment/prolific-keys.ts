import {
	createLocalJWKSet,
	createRemoteJWKSet,
	errors,
	type JWKSCacheInput,
	type JWTHeaderParameters,
	type JWTVerifyGetKey,
	jwksCache,
} from "jose";
import type { Env } from "../env.ts";
import { ProblemError } from "../shared/problem.ts";

const PROLIFIC = "https://api.prolific.com/.well-known/study/jwks.json";

const HOUR_MS = 60 * 60 * 1000;
/** Prolific asks for a look once a day. */
const FRESH_MS = HOUR_MS;
/** While Prolific does not answer, keys that were known in this time still count. */
const STALE_MS = 24 * HOUR_MS;
/** Between two looks for a key that is not there: a visitor who makes up names of keys causes no more than these. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;

/** Prolific's keys cannot be had, so that nothing can be said of a signature. */
export class KeysUnavailable extends Error {}

const known = new Map<string, JWTVerifyGetKey>();

/** The keys that Prolific signs links with, by the `kid` of a token. Kept for as long as this Worker lives. */
export function prolificKeys({ PROLIFIC_JWKS_URL = PROLIFIC }: Env): JWTVerifyGetKey {
	const keys = known.get(PROLIFIC_JWKS_URL) ?? keysAt(PROLIFIC_JWKS_URL);
	known.set(PROLIFIC_JWKS_URL, keys);
	return keys;
}

function keysAt(address: string): JWTVerifyGetKey {
	if (!URL.canParse(address))
		throw new ProblemError({ code: "bad_environment", detail: "PROLIFIC_JWKS_URL is no address." });
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
		// Not among the keys that were known: whether Prolific has it now is not known.
		throw new KeysUnavailable();
	}
}
