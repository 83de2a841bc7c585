import { and, eq, isNull } from "drizzle-orm";
import type { SecretBindings } from "../../crypto/secrets.ts";
import type { Database } from "../../db/database.ts";
import { apiKeys } from "../../db/tables/access.ts";
import { timestamp } from "../../shared/clock.ts";
import { base32, newId, type RandomBytes } from "../../shared/id.ts";
import { sha256Of } from "../../shared/json.ts";
import { sameText } from "../../shared/same-text.ts";
import { grantedScopes, macOf } from "./key-mac.ts";

export const SCOPES = [
	"studies:read",
	"studies:write",
	"sessions:write",
	"simulations:write",
	"data:read",
	"ids:read",
	"unblind",
	"admin",
] as const;

export type Scope = (typeof SCOPES)[number];

/** The API key of a request. The id `bootstrap` is the key in the Worker's environment. */
export type Caller = { readonly id: string; readonly scopes: readonly string[] };

const BOOTSTRAP: Caller = { id: "bootstrap", scopes: SCOPES };

/** A key has 160 random bits. Its plain SHA-256 is as hard to invert as the key is to guess, so no slow hash is needed. */
export const newSecret = (random: RandomBytes): string => `xo_${base32(random(20), 32)}`;

/** The caller with this secret, or null. The bootstrap key is compared by its hash, so that timing reveals nothing about it. */
export async function findCaller(db: Database, secret: string, bindings: SecretBindings): Promise<Caller | null> {
	const hash = sha256Of(secret);
	const { BOOTSTRAP_KEY } = bindings;
	if (BOOTSTRAP_KEY && sameText(hash, sha256Of(BOOTSTRAP_KEY))) return BOOTSTRAP;
	const [row] = await db
		.select({ id: apiKeys.id, hash: apiKeys.hash, scopes: apiKeys.scopes, mac: apiKeys.mac })
		.from(apiKeys)
		.where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
	return row ? { id: row.id, scopes: grantedScopes(row, bindings) } : null;
}

/** The same key by its id, with the hash of its secret. Null if it is unknown or revoked. */
export async function findCallerById(
	db: Database,
	id: string,
	bindings: SecretBindings,
): Promise<{ readonly caller: Caller; readonly hash: string } | null> {
	const { BOOTSTRAP_KEY } = bindings;
	if (id === BOOTSTRAP.id) return BOOTSTRAP_KEY ? { caller: BOOTSTRAP, hash: sha256Of(BOOTSTRAP_KEY) } : null;
	const [row] = await db
		.select({ id: apiKeys.id, hash: apiKeys.hash, scopes: apiKeys.scopes, mac: apiKeys.mac })
		.from(apiKeys)
		.where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
	return row ? { caller: { id: row.id, scopes: grantedScopes(row, bindings) }, hash: row.hash } : null;
}

export type NewKey = { readonly name: string; readonly scopes: readonly Scope[] };

type Minting = { readonly random: RandomBytes; readonly nowMs: number; readonly bindings: SecretBindings };

/** Makes a key: the row to store, and the secret, which is shown only once. */
export function mintKey({ name, scopes }: NewKey, { random, nowMs, bindings }: Minting) {
	const key = newSecret(random);
	const row = { id: newId("key", random), name, scopes: [...new Set(scopes)], createdAt: timestamp(nowMs) };
	const hash = sha256Of(key);
	return { key, row, insert: { ...row, hash, mac: macOf({ ...row, hash }, bindings), revokedAt: null } };
}

export const revocation = (db: Database, id: string, nowMs: number) =>
	db
		.update(apiKeys)
		.set({ revokedAt: timestamp(nowMs) })
		.where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));

export async function findKey(db: Database, id: string) {
	const [row] = await db.select({ name: apiKeys.name, scopes: apiKeys.scopes }).from(apiKeys).where(eq(apiKeys.id, id));
	return row ?? null;
}

/** The requested scopes that the creating key lacks. A key with `admin` must not be able to create one with `unblind`. */
export const scopesBeyond = (scopes: readonly string[], creatorScopes: readonly string[]): string[] =>
	scopes.filter((scope) => !creatorScopes.includes(scope));
