import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { sha256Of } from "../../shared/json.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import type { PersonPrompts } from "../contract.ts";
import { drawnAnew } from "../model/past-talk.ts";
import type { Persona } from "../model/personas.ts";
import { messagesIn, promptText } from "../model/tasks.ts";
import { drawsOf } from "../policy/draws.ts";
import { pastSession } from "../run/past-talks.ts";
import { personaFor, personaHash } from "../run/persona-for.ts";
import type { RunPerson, RunSpec } from "../simulation-client.ts";
import { conversePreview, judgePreview, type Previewed } from "./previewed.ts";

type Asked = Pick<RunSpec, "condition" | "persona" | "positions" | "seed">;

const NONE = { persona: null, personaHash: null, failure: null, lacks: [] as string[], prompts: [] };

/** What a run would send to its model about this person, and the same hashes. Calls no model and stores nothing. */
export async function previewFor(
	env: Env,
	study: StudyRecord,
	asked: Asked,
	person: RunPerson,
): Promise<PersonPrompts> {
	const { place, twin, sample } = person;
	const who = { place, twin, sample };
	const filled = await personaFor(env, study, asked, person);
	if (!filled.ok) return { ...who, ...NONE, failure: "profile_incomplete" as const, lacks: [...filled.error] };
	const persona = { persona: filled.value.text, personaHash: personaHash(filled.value) };
	const prompts = await promptsFor(env, study, asked, person, filled.value);
	if (!prompts) return { ...who, ...NONE, ...persona, failure: "not_finished" as const };
	return { ...who, ...NONE, ...persona, prompts: prompts.map(promptView) };
}

async function promptsFor(
	env: Env,
	{ id, protocol }: StudyRecord,
	{ condition, positions, seed }: Asked,
	{ place, twin }: RunPerson,
	persona: Persona,
): Promise<Previewed[] | null> {
	if (condition !== "judge") return conversePreview(persona, protocol);
	const past = twin === null ? null : await pastSession(database(env.DB), id, twin);
	if (!past) return null;
	const talks = positions === "drawn" ? drawnAnew(drawsOf(seed, place), past.talks) : past.talks;
	return judgePreview(persona, protocol, talks);
}

const promptView = ({ step, entry, task }: Previewed) => ({
	...{ step, entry, hash: sha256Of(promptText(task)) },
	messages: messagesIn(task).map(({ role, text }) => ({ role, text })),
	schema: task.schema,
});
