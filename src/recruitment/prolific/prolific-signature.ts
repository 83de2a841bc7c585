import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { KeysUnavailable } from "../../crypto/remote-keys.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { confirmToken, type Expected, type SignedVisit, type TokenFailure, tokenClaims } from "./prolific-token.ts";

/** Prolific adds this parameter to links if the study's external address is secured there. */
export const TOKEN_PARAMETER = "prolific_token";

const ISSUER = "https://www.prolific.com";
const LONGEST = 4096;

/**
 * Verifies that Prolific signed this link recently for this host and study. Only RS256 (RFC 7518) is accepted: a token with
 * another algorithm is refused before any key is fetched.
 */
export async function verifyProlificLink(
	token: string | undefined,
	keys: JWTVerifyGetKey,
	expected: Expected,
): Promise<Result<SignedVisit, TokenFailure>> {
	if (token === undefined || token === "") return err("unsigned");
	if (token.length > LONGEST) return err("invalid");
	const payload = await signedPayload(token, keys, expected.nowMs);
	if (!payload.ok) return payload;
	const claims = tokenClaims.safeParse(payload.value);
	return claims.success ? confirmToken(claims.data, expected) : err("invalid");
}

async function signedPayload(
	token: string,
	keys: JWTVerifyGetKey,
	nowMs: number,
): Promise<Result<JWTPayload, TokenFailure>> {
	try {
		const { payload } = await jwtVerify(token, keys, {
			algorithms: ["RS256"],
			issuer: ISSUER,
			requiredClaims: ["sub", "iat", "exp", "aud"],
			currentDate: new Date(nowMs),
		});
		return ok(payload);
	} catch (error) {
		if (error instanceof KeysUnavailable) return err("keys_unavailable");
		if (error instanceof errors.JWTExpired) return err("expired");
		return err(error instanceof errors.JWKSNoMatchingKey ? "unknown_key" : "invalid");
	}
}
