import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { keysFor, type SecretBindings } from "../../crypto/secrets.ts";
import { base32 } from "../../shared/id.ts";
import { SCOPES, type Scope } from "../keys/api-keys.ts";

/** `cookie`: a signed-in browser. `link`: an address that signs a browser in, for reading one study. */
export type PassUse = "cookie" | "link";

/** What a browser may do instead of an API key, because a holder of that key allowed it. */
export type Pass = {
	readonly keyId: string;
	/** Ties the pass to this very key. `BOOTSTRAP_KEY` keeps its id when it is replaced. */
	readonly keyPrint: string;
	/** The only study that the pass opens, read only. Null for a browser that was signed in with the key itself. */
	readonly study: { readonly id: string; readonly slug: string } | null;
	/** Not more than these of the key's scopes. */
	readonly scopes: readonly Scope[];
	readonly expiresAtMs: number;
};

const ALGORITHM = "HS256";

const claims = z.object({
	sub: z.string(),
	print: z.string(),
	study: z.object({ id: z.string(), slug: z.string() }).nullable(),
	scopes: z.array(z.enum(SCOPES)),
	exp: z.int(),
});

const signingKeys = (bindings: SecretBindings): readonly Uint8Array[] => keysFor(bindings, "dashboard sign-in");

const macOf = (key: Uint8Array, text: string): string =>
	base32(hmac(sha256, key, new TextEncoder().encode(text)), PRINT_LENGTH);

/** 32 characters of base 32 are 160 bits. */
const PRINT_LENGTH = 32;

/** Names an API key without its hash, which links would give to strangers. Null if the Worker has no secret. */
export function keyPrintOf(keyHash: string, bindings: SecretBindings): string | null {
	const [key] = signingKeys(bindings);
	return key ? macOf(key, `key\n${keyHash}`) : null;
}

/** Whether the pass belongs to the key with this hash. Earlier secrets of the Worker count too. */
export const belongsTo = ({ keyPrint }: Pass, keyHash: string, bindings: SecretBindings): boolean =>
	signingKeys(bindings).some((key) => macOf(key, `key\n${keyHash}`) === keyPrint);

/** A compact JWS (RFC 7515). Null if the Worker has no secret to sign with. */
export async function signPass(pass: Pass, use: PassUse, bindings: SecretBindings): Promise<string | null> {
	const [key] = signingKeys(bindings);
	if (!key) return null;
	return new SignJWT({ print: pass.keyPrint, study: pass.study, scopes: [...pass.scopes] })
		.setProtectedHeader({ alg: ALGORITHM })
		.setSubject(pass.keyId)
		.setAudience(use)
		.setExpirationTime(Math.floor(pass.expiresAtMs / 1000))
		.sign(key);
}

type Reading = { readonly use: PassUse; readonly nowMs: number; readonly bindings: SecretBindings };

/** Null if the text was changed, is for the other use, or has expired. */
export const readPass = (text: string, { use, nowMs, bindings }: Reading): Promise<Pass | null> =>
	Promise.any(signingKeys(bindings).map((key) => readWith(key, text, use, nowMs))).catch(() => null);

async function readWith(key: Uint8Array, text: string, use: PassUse, nowMs: number): Promise<Pass> {
	const { payload } = await jwtVerify(text, key, {
		algorithms: [ALGORITHM],
		audience: use,
		requiredClaims: ["sub", "exp"],
		currentDate: new Date(nowMs),
	});
	const { sub, print, study, scopes, exp } = claims.parse(payload);
	return { keyId: sub, keyPrint: print, study, scopes, expiresAtMs: exp * 1000 };
}

/** The token that a signed-in page sends with each act. Another site cannot read it, nor make it from the cookie. */
export function actTokenOf(cookie: string, bindings: SecretBindings): string {
	const [key] = signingKeys(bindings);
	return key ? macOf(key, `act\n${cookie}`) : "";
}

/** Of the key's scopes, those that only read. */
export const READING: readonly Scope[] = ["studies:read", "data:read"];
