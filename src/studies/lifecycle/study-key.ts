import { and, eq, sql } from "drizzle-orm";
import { type Cipher, cipherOf } from "../../crypto/cipher.ts";
import { type Database, database } from "../../db/database.ts";
import { zeros } from "../../db/overwrite.ts";
import { studies } from "../../db/tables/studies.ts";
import type { Env } from "../../env.ts";
import type { StudyRecord } from "../study-queries.ts";

/** A study's key of pseudonyms as it is used: 32 bytes as hex. */
export type OpenKey = { readonly openKey: string };

const studyKeyCipher = (env: Env): Cipher => cipherOf(env, "study keys");

/** A new study's key as it is stored: encrypted under the Worker's secret, where there is one. */
export const storedKey = (env: Env, studyId: string, key: string): string => studyKeyCipher(env).sealText(key, studyId);

/**
 * The study with its key of pseudonyms readable. The first call that finds a key in the clear, or under a secret that was replaced,
 * encrypts the keys of all studies. Throws a ProblemError where no bound secret opens it.
 */
export async function withOpenKey(env: Env, study: StudyRecord): Promise<StudyRecord & OpenKey> {
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

/** The key is overwritten before it is replaced. Does nothing where another call was faster. */
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

/** Null where no secret opens it: that study says so itself, and must not keep the others from being encrypted. */
function opened(cipher: Cipher, id: string, stored: string): string | null {
	try {
		return cipher.openText(stored, id);
	} catch {
		return null;
	}
}
