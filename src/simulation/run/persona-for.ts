import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { findProfile } from "../../personalisation/profiles/people.ts";
import { sha256Of } from "../../shared/json.ts";
import type { Result } from "../../shared/result.ts";
import { withOpenKey } from "../../studies/lifecycle/study-key.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { type Persona, personaOf } from "../model/personas.ts";
import type { RunPerson, RunSpec } from "../simulation-client.ts";

/** The persona of a participant, from the profile of the person they stand for. Fails with the template's fields that this person lacks. */
export async function personaFor(
	env: Env,
	study: StudyRecord,
	{ persona }: Pick<RunSpec, "persona">,
	{ twin, persona: own }: Pick<RunPerson, "twin" | "persona">,
): Promise<Result<Persona, readonly string[]>> {
	const keys = await withOpenKey(env, study);
	const found = twin === null ? null : await findProfile(database(env.DB), keys.id, twin);
	return personaOf({ persona, own }, found?.profile ?? null);
}

export const personaHash = ({ text }: Persona): string => sha256Of(text);
