import {
	createLocalJWKSet,
	createRemoteJWKSet,
	errors,
	type JWKSCacheInput,
	type JWTHeaderParameters,
	type JWTVerifyGetKey,
	jwksCache,
} from "jose";

const HOUR_MS = 60 * 60 * 1000;
/** Prolific and Cloudflare Access rotate their keys within days and weeks, and keep the old one for a while. */
const FRESH_MS = HOUR_MS;
/** While the publisher does not answer, keys up to this age are still used. */
const STALE_MS = 24 * HOUR_MS;
/** The shortest time between two fetches for an unknown key, so that invented key ids cannot cause many. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;

/** The keys are unavailable, so a signature can be neither accepted nor refused. */
export class KeysUnavailable extends Error {}

const known = new Map<string, JWTVerifyGetKey>();

/** The public keys that somebody publishes at this address (a JWKS), by the `kid` of a token. Cached in this isolate. */
export function remoteKeys(address: URL): JWTVerifyGetKey {
	const keys = known.get(address.href) ?? keysAt(address);
	known.set(address.href, keys);
	return keys;
}

function keysAt(address: URL): JWTVerifyGetKey {
	const cache: JWKSCacheInput = {};
	const remote = createRemoteJWKSet(address, {
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
		// Not among the cached keys. It may have been published since.
		throw new KeysUnavailable();
	}
}
