import { and, eq, sql } from "drizzle-orm";
import { type Cipher, cipherOf } from "../../crypto/cipher.ts";
import { type Database, database } from "../../db/database.ts";
import { zeros } from "../../db/overwrite.ts";
import { studies } from "../../db/tables/studies.ts";
import type { Env } from "../../env.ts";
import type { StudyRecord } from "../study-queries.ts";

/** A study's pseudonym key in use: 32 bytes as hex. */
export type OpenKey = { readonly openKey: string };

const studyKeyCipher = (env: Env): Cipher => cipherOf(env, "study keys");

/** A new study's key as it is stored: encrypted with the Worker's secret, if there is one. */
export const storedKey = (env: Env, studyId: string, key: string): string => studyKeyCipher(env).sealText(key, studyId);

/**
 * The study with its readable pseudonym key. The first call that finds a key unencrypted, or under a replaced secret,
 * encrypts the keys of all studies. Throws a ProblemError if no bound secret opens it.
 */
export async function withOpenKey<S extends Pick<StudyRecord, "id" | "pseudonymKey">>(
	env: Env,
	study: S,
): Promise<S & OpenKey> {
	const cipher = studyKeyCipher(env);
	const openKey = cipher.openText(study.pseudonymKey, study.id);
	if (!cipher.isCurrent(study.pseudonymKey)) await renewKeys(database(env.DB), cipher);
	return { ...study, openKey };
}

async function renewKeys(db: Database, cipher: Cipher): Promise<void> {
	const rows = await db.select({ id: studies.id, stored: studies.pseudonymKey }).from(studies);
	const [first, ...others] = rows.flatMap((row) => renewal(db, cipher, row));
	if (first) await db.batch([first, ...others]);
}

type Row = { readonly id: string; readonly stored: string };

/** Overwrites the stored key before replacing it. Does nothing if another call was faster. */
function renewal(db: Database, cipher: Cipher, { id, stored }: Row) {
	const key = cipher.isCurrent(stored) ? null : opened(cipher, id, stored);
	if (key === null) return [];
	const isStored = and(eq(studies.id, id), eq(studies.pseudonymKey, stored));
	const isOverwritten = and(eq(studies.id, id), sql`typeof(${studies.pseudonymKey}) = 'blob'`);
	return [
		db
			.update(studies)
			.set({ pseudonymKey: zeros(studies.pseudonymKey) })
			.where(isStored),
		db
			.update(studies)
			.set({ pseudonymKey: cipher.sealText(key, id) })
			.where(isOverwritten),
	];
}

/** Null if no secret opens it. That study reports it itself, and must not keep the others from being encrypted. */
function opened(cipher: Cipher, id: string, stored: string): string | null {
	try {
		return cipher.openText(stored, id);
	} catch {
		return null;
	}
}
