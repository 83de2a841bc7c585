import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../../../db/database.ts";
import { simulationAnswers, simulationCalls, simulationDeviations } from "../../../db/tables/simulations.ts";
import { timestamp } from "../../../shared/clock.ts";
import { derivedId } from "../../../shared/id.ts";
import { sha256Of } from "../../../shared/json.ts";
import type { Outgoing } from "../model-store.ts";
import type { Run } from "../run-store.ts";

/** The insert of one row. `seq` is its number in the object, so a row that is sent twice is one row. */
export function rowInsert(
	db: Database,
	{ studyId, protocolHash }: Run,
	seq: number,
	write: Outgoing,
): BatchItem<"sqlite"> {
	const { run } = write.row;
	switch (write.into) {
		case "calls": {
			const { run: _, atMs, ...row } = write.row;
			const id = derivedId("simulationCall", run, seq);
			const prompt = { promptHash: sha256Of(row.prompt), calledAt: timestamp(atMs) };
			return db
				.insert(simulationCalls)
				.values({ ...row, ...prompt, id, runId: run, studyId })
				.onConflictDoNothing();
		}
		case "deviations": {
			const { run: _, atMs, ...row } = write.row;
			const id = derivedId("simulationDeviation", run, seq);
			const values = { ...row, id, runId: run, studyId, occurredAt: timestamp(atMs) };
			return db.insert(simulationDeviations).values(values).onConflictDoNothing();
		}
		case "answers": {
			const { run: _, atMs, session, conversation, ...row } = write.row;
			const id = derivedId("simulationAnswer", run, seq);
			const of = { runId: run, studyId, protocolHash, sessionId: session, conversationId: conversation };
			const values = { ...row, ...of, id, answeredAt: timestamp(atMs) };
			return db.insert(simulationAnswers).values(values).onConflictDoNothing();
		}
	}
}
