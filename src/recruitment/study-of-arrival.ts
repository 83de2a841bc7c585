import { pseudonymOf } from "../access/participant-id/pseudonym.ts";
import { database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { withOpenKey } from "../studies/lifecycle/study-key.ts";
import { findStudy, type StudyRecord, studyOf, studyQueries } from "../studies/study-queries.ts";
import { type Arrival, pseudonymousSource } from "./arrival.ts";
import { arrivalOf, arrivalQueries, type FoundArrival, pseudonymsOfPerson } from "./known-session.ts";

type Person = Pick<Arrival, "source" | "externalId" | "pool">;
type Keys = Pick<StudyRecord, "id" | "pseudonymKey">;

/** `found`: what D1 has of the person, if it was read with the study. */
export type StudyOfArrival = { readonly study: StudyRecord; readonly found?: FoundArrival };

/**
 * Ids and keys of studies, by the name in the path. Both stay while the study exists. A slug may name another study later, so
 * they only say what to ask D1, whose answer decides.
 */
const lastKeys = new Map<string, Keys>();
const MOST_KEYS = 64;

/**
 * The study that a path names, and what D1 has of the person who arrives there: one request to D1, because they wait for it, and
 * two for the first one of a study. Null if there is no such study.
 */
export async function findStudyOfArrival(env: Env, name: string, person: Person): Promise<StudyOfArrival | null> {
	const keys = lastKeys.get(name);
	const together = keys ? await askedTogether(env, name, { keys, person }) : null;
	if (together) return together;
	const study = await findStudy(database(env.DB), name);
	lastKeys.delete(name);
	if (!study) return null;
	if (lastKeys.size >= MOST_KEYS) lastKeys.clear();
	lastKeys.set(name, { id: study.id, pseudonymKey: study.pseudonymKey });
	return { study };
}

/** Null if the name is another study's now, or if its key was encrypted anew. */
async function askedTogether(
	env: Env,
	name: string,
	{ keys, person }: { readonly keys: Keys; readonly person: Person },
): Promise<StudyOfArrival | null> {
	const db = database(env.DB);
	const open = await withOpenKey(env, keys);
	const { participant } = pseudonymOf(open.openKey, pseudonymousSource(person), person.externalId);
	const pseudonyms = pseudonymsOfPerson(open, person);
	const [rows, settings, ...ofPerson] = await db.batch([
		...studyQueries(db, name),
		...arrivalQueries(db, keys.id, participant, pseudonyms),
	]);
	const study = await studyOf(db, rows, settings);
	if (study?.id !== keys.id || study.pseudonymKey !== keys.pseudonymKey) return null;
	return { study, found: arrivalOf(person, pseudonyms, ofPerson) };
}
