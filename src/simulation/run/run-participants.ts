import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { profiles } from "../../db/tables/personalisation.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { randomStream, shuffle } from "../../randomisation/draw/generator.ts";
import { isId } from "../../shared/id.ts";
import { sha256Of } from "../../shared/json.ts";
import type { NewRunRequest } from "../contract.ts";
import type { RunPerson } from "../simulation-client.ts";

type Whom = Pick<RunPerson, "externalId" | "twin" | "persona">;

/** The participants of a run, in their order: people in the order of their pseudonyms, each with all their samples. */
export async function peopleOf(db: Database, studyId: string, run: string, asked: NewRunRequest): Promise<RunPerson[]> {
	const whom = await whomOf(db, studyId, run, asked);
	const { samples } = asked;
	return whom.flatMap(({ externalId, ...one }, index) =>
		Array.from({ length: samples }, (_, sample) => ({
			...one,
			place: index * samples + sample,
			externalId: samples === 1 ? externalId : `${externalId}-${sample + 1}`,
			sample: sample + 1,
		})),
	);
}

async function whomOf(db: Database, studyId: string, run: string, asked: NewRunRequest): Promise<Whom[]> {
	const { participants, personas, condition, seed } = asked;
	const numbered = (index: number) => `${run}-${index + 1}`;
	const standIn = (twin: string): Whom => ({ externalId: `${run}-${twin}`, twin, persona: null });
	if (personas) return personas.map((persona, index) => ({ externalId: numbered(index), twin: null, persona }));
	if (participants === "profiles") return (await withProfile(db, studyId)).map(standIn);
	if (participants === "finished") return (await finished(db, studyId)).map(standIn);
	if (Array.isArray(participants))
		return [...new Set(participants)].map((id) =>
			isId("participant", id) ? standIn(id) : { externalId: id, twin: null, persona: null },
		);
	const n = participants ?? 0;
	if (condition === "scripted")
		return Array.from({ length: n }, (_, index) => ({ externalId: numbered(index), twin: null, persona: null }));
	const stream = randomStream(sha256Of(`crossover simulation ${seed}`).slice("sha256:".length), ["sample"]);
	const drawn = shuffle(stream, await finished(db, studyId)).slice(0, n);
	return drawn.toSorted().map(standIn);
}

async function finished(db: Database, studyId: string): Promise<string[]> {
	const rows = await db
		.select({ id: sessions.participantId })
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), eq(sessions.pool, "live"), eq(sessions.status, "completed")))
		.orderBy(asc(sessions.participantId));
	return rows.map(({ id }) => id);
}

async function withProfile(db: Database, studyId: string): Promise<string[]> {
	const rows = await db
		.select({ id: profiles.participantId })
		.from(profiles)
		.where(eq(profiles.studyId, studyId))
		.orderBy(asc(profiles.participantId));
	return rows.map(({ id }) => id);
}
