import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../../../db/database.ts";
import { replacing } from "../../../db/replace-row.ts";
import { simulatedParticipants, simulationRuns } from "../../../db/tables/simulations.ts";
import { timestamp } from "../../../shared/clock.ts";
import { derivedId } from "../../../shared/id.ts";
import type { RunState } from "../../simulation-client.ts";
import type { Person } from "../people-store.ts";
import type { Run } from "../run-store.ts";

/** Statements that bring D1's rows of a run up to date. Writing them twice is the same as once. */
export const runUpsert = (db: Database, run: Run, state: RunState): BatchItem<"sqlite"> =>
	db
		.insert(simulationRuns)
		.values({
			...{ id: run.run, studyId: run.studyId, protocolHash: run.protocolHash, actor: run.actor, request: run.spec },
			...{ condition: state.condition, model: state.model, seed: state.seed, status: state.status },
			...{ participants: state.of, done: state.done, failed: state.failed, tokens: state.tokens, cost: state.cost },
			deviations: state.deviations,
			startedAt: timestamp(state.startedAtMs),
			endedAt: state.endedAtMs === null ? null : timestamp(state.endedAtMs),
		})
		.onConflictDoUpdate({ target: simulationRuns.id, set: replacing(simulationRuns) });

export const personUpsert = (db: Database, studyId: string, person: Person): BatchItem<"sqlite"> =>
	db
		.insert(simulatedParticipants)
		.values({
			...{ id: derivedId("simulated", person.run, person.place), runId: person.run, studyId, place: person.place },
			...{ sessionId: person.session, twin: person.twin, sample: person.sample, personaHash: person.personaHash },
			...{ status: STATUS[person.status], failure: person.failure },
		})
		.onConflictDoUpdate({
			target: simulatedParticipants.id,
			set: {
				...replacing(simulatedParticipants),
				// It is not known before they enrol.
				sessionId: sql.raw(`excluded."${simulatedParticipants.sessionId.name}"`),
				// An erased person's link stays deleted.
				twin: sql`${simulatedParticipants.twin}`,
			},
		});

const STATUS = { waiting: "waiting", entering: "running", inside: "running", done: "done", failed: "failed" } as const;
