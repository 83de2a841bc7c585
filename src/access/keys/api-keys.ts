import { and, eq, gt, isNull, or } from "drizzle-orm";
import { sameText } from "../../crypto/same-text.ts";
import type { SecretBindings } from "../../crypto/secrets.ts";
import type { Database } from "../../db/database.ts";
import { apiKeys } from "../../db/tables/access.ts";
import { timestamp } from "../../shared/clock.ts";
import { base32, newId, type RandomBytes } from "../../shared/id.ts";
import { sha256Of } from "../../shared/json.ts";
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
export type Caller = {
	readonly id: string;
	readonly scopes: readonly string[];
	/** The ids of the only studies that the key may use. Null: all. */
	readonly studies: readonly string[] | null;
};

const BOOTSTRAP: Caller = { id: "bootstrap", scopes: SCOPES, studies: null };

/** A key has 160 random bits. Its plain SHA-256 is as hard to invert as the key is to guess, so no slow hash is needed. */
export const newSecret = (random: RandomBytes): string => `xo_${base32(random(20), 32)}`;

/**
 * The caller with this secret, or null if the key is unknown, revoked or expired. The bootstrap key is compared by its hash, so
 * that timing reveals nothing about it.
 */
export async function findCaller(
	db: Database,
	secret: string,
	{ bindings, nowMs }: { readonly bindings: SecretBindings; readonly nowMs: number },
): Promise<Caller | null> {
	const hash = sha256Of(secret);
	const { BOOTSTRAP_KEY } = bindings;
	if (BOOTSTRAP_KEY && sameText(hash, sha256Of(BOOTSTRAP_KEY))) return BOOTSTRAP;
	const [row] = await db.select().from(apiKeys).where(eq(apiKeys.hash, hash));
	return row ? callerOf(row, { bindings, nowMs }) : null;
}

/** The same key by its id, with the hash of its secret. Null if it is unknown, revoked or expired. */
export async function findCallerById(
	db: Database,
	id: string,
	{ bindings, nowMs }: { readonly bindings: SecretBindings; readonly nowMs: number },
): Promise<{ readonly caller: Caller; readonly hash: string } | null> {
	const { BOOTSTRAP_KEY } = bindings;
	if (id === BOOTSTRAP.id) return BOOTSTRAP_KEY ? { caller: BOOTSTRAP, hash: sha256Of(BOOTSTRAP_KEY) } : null;
	const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
	const caller = row ? callerOf(row, { bindings, nowMs }) : null;
	return row && caller ? { caller, hash: row.hash } : null;
}

function callerOf(
	row: typeof apiKeys.$inferSelect,
	{ bindings, nowMs }: { readonly bindings: SecretBindings; readonly nowMs: number },
): Caller | null {
	const isOver = (at: string | null) => at !== null && at <= timestamp(nowMs);
	if (isOver(row.revokedAt) || isOver(row.expiresAt)) return null;
	return { id: row.id, scopes: grantedScopes(row, bindings), studies: row.studies };
}

export type NewKey = {
	readonly name: string;
	readonly scopes: readonly Scope[];
	/** Ids. Null: all studies. */
	readonly studies: readonly string[] | null;
	readonly expiresAt: string | null;
	/** The id of the key that this one replaces. */
	readonly replaces?: string;
};

type Minting = { readonly random: RandomBytes; readonly nowMs: number; readonly bindings: SecretBindings };

/** Makes a key: the row to store, and the secret, which is shown only once. */
export function mintKey({ name, scopes, studies, expiresAt, replaces }: NewKey, { random, nowMs, bindings }: Minting) {
	const key = newSecret(random);
	const limits = { studies: studies && [...studies], expiresAt };
	const row = { id: newId("key", random), name, scopes: [...new Set(scopes)], createdAt: timestamp(nowMs), ...limits };
	const hash = sha256Of(key);
	const mac = macOf({ ...row, hash }, bindings);
	return { key, row, insert: { ...row, hash, mac, revokedAt: null, lastUsedAt: null, replaces: replaces ?? null } };
}

/** From this time on the key is refused. */
export const revocation = (db: Database, id: string, at: string) =>
	db
		.update(apiKeys)
		.set({ revokedAt: at })
		.where(and(eq(apiKeys.id, id), or(isNull(apiKeys.revokedAt), gt(apiKeys.revokedAt, at))));

/** Also a revoked key. Null if there is none with this id. */
export async function findKey(db: Database, id: string) {
	const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
	return row ?? null;
}

/** The requested scopes that the creating key lacks. A key with `admin` must not be able to create one with `unblind`. */
export const scopesBeyond = (scopes: readonly string[], creatorScopes: readonly string[]): string[] =>
	scopes.filter((scope) => !creatorScopes.includes(scope));
