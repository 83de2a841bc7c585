import { and, eq } from "drizzle-orm";
import { type Cipher, cipherOf } from "../../crypto/cipher.ts";
import type { Database } from "../../db/database.ts";
import { linkKeys } from "../../db/tables/access.ts";
import type { Env } from "../../env.ts";
import { timestamp } from "../../shared/clock.ts";
import { base32, type RandomBytes } from "../../shared/id.ts";

/** Who signs: a source of links in one study. */
export type LinkSigner = { readonly studyId: string; readonly source: string };

/** 160 random bits, used as text. The prefix distinguishes it from an API key. */
export const newLinkKey = (random: RandomBytes): string => `xl_${base32(random(20), 32)}`;

export const linkKeyCipher = (env: Env): Cipher => cipherOf(env, "link keys");

/** A key is encrypted for its signer, so that a row that was moved to another source does not open. */
const aboutOf = ({ studyId, source }: LinkSigner): string => `${studyId} ${source}`;

export const sealLinkKey = (env: Env, signer: LinkSigner, key: string): string =>
	linkKeyCipher(env).sealText(key, aboutOf(signer));

export const openLinkKey = (env: Env, signer: LinkSigner, stored: string): string =>
	linkKeyCipher(env).openText(stored, aboutOf(signer));

type NewLinkKey = { readonly key: string; readonly actor: string; readonly nowMs: number };

/** The statement that stores a key. It replaces the source's earlier one, which signs nothing from then on. */
export function storeLinkKey(db: Database, env: Env, signer: LinkSigner, { key, actor, nowMs }: NewLinkKey) {
	const stored = { key: sealLinkKey(env, signer, key), createdAt: timestamp(nowMs), createdBy: actor };
	return db
		.insert(linkKeys)
		.values({ ...signer, ...stored })
		.onConflictDoUpdate({ target: [linkKeys.studyId, linkKeys.source], set: stored });
}

/** Null if the source has no key. A key under a replaced secret is encrypted anew. */
export async function findLinkKey(db: Database, env: Env, signer: LinkSigner): Promise<string | null> {
	const ofSigner = and(eq(linkKeys.studyId, signer.studyId), eq(linkKeys.source, signer.source));
	const [row] = await db.select({ stored: linkKeys.key }).from(linkKeys).where(ofSigner);
	if (!row) return null;
	const key = openLinkKey(env, signer, row.stored);
	if (!linkKeyCipher(env).isCurrent(row.stored))
		await db
			.update(linkKeys)
			.set({ key: sealLinkKey(env, signer, key) })
			.where(and(ofSigner, eq(linkKeys.key, row.stored)));
	return key;
}
