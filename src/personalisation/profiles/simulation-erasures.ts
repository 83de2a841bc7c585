import { inArray, type SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/database.ts";
import { overwriteAndDelete } from "../../db/overwrite.ts";
import { simulatedParticipants, simulationAnswers, simulationCalls } from "../../db/tables/simulations.ts";

/**
 * Deletes what simulations hold of a person: prompts made from their profile and transcripts, the model's answers to them,
 * and answers about their conversations. The simulated participant stays, without its link to the person.
 */
export const simulationErasures = (db: Database, isTheirs: (twin: SQLiteColumn) => SQL): BatchItem<"sqlite">[] => [
	...overwriteAndDelete(db, simulationCalls, isTheirs(simulationCalls.twin)),
	...overwriteAndDelete(db, simulationAnswers, isTheirs(simulationAnswers.twin)),
	db.update(simulatedParticipants).set({ twin: null }).where(isTheirs(simulatedParticipants.twin)),
];

/** Pseudonyms are unique over all studies. */
export const isAmong =
	(participants: readonly string[]) =>
	(twin: SQLiteColumn): SQL =>
		inArray(twin, [...participants]);
