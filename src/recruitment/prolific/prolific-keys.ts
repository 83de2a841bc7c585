import type { JWTVerifyGetKey } from "jose";
import { remoteKeys } from "../../crypto/remote-keys.ts";
import type { Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";

const PROLIFIC = "https://api.prolific.com/.well-known/study/jwks.json";

/** Prolific's public keys, by the `kid` of a token. Prolific asks to refresh them at least once a day. */
export function prolificKeys({ PROLIFIC_JWKS_URL = PROLIFIC }: Env): JWTVerifyGetKey {
	if (!URL.canParse(PROLIFIC_JWKS_URL))
		throw new ProblemError({ code: "bad_environment", detail: "Set PROLIFIC_JWKS_URL to a URL." });
	return remoteKeys(new URL(PROLIFIC_JWKS_URL));
}
