import { asc, eq } from "drizzle-orm";
import { simulatedParticipants, simulationAnswers, simulationRuns } from "../../db/tables/simulations.ts";
import { fieldsOf } from "../field.ts";
import type { Table } from "../table.ts";

const participantSelection = {
	id: simulatedParticipants.id,
	run: simulatedParticipants.runId,
	condition: simulationRuns.condition,
	session: simulatedParticipants.sessionId,
	twin: simulatedParticipants.twin,
	sample: simulatedParticipants.sample,
};

/** Who took part in which simulation, and for whom they stand. */
const participants: Table = {
	name: "simulated-participants",
	title: "One row for each simulated participant",
	fields: fieldsOf(participantSelection),
	byPool: false,
	pages: async function* ({ db, study }) {
		yield await db
			.select(participantSelection)
			.from(simulatedParticipants)
			.innerJoin(simulationRuns, eq(simulationRuns.id, simulatedParticipants.runId))
			.where(eq(simulatedParticipants.studyId, study.id))
			.orderBy(asc(simulatedParticipants.runId), asc(simulatedParticipants.place));
	},
};

const answerSelection = {
	id: simulationAnswers.id,
	run: simulationAnswers.runId,
	twin: simulationAnswers.twin,
	session: simulationAnswers.sessionId,
	sample: simulationAnswers.sample,
	conversation_id: simulationAnswers.conversationId,
	label: simulationAnswers.label,
	slot: simulationAnswers.slot,
	form: simulationAnswers.form,
	item: simulationAnswers.item,
	kind: simulationAnswers.kind,
	value: simulationAnswers.value,
	rank: simulationAnswers.rank,
	position: simulationAnswers.position,
	answered_at: simulationAnswers.answeredAt,
	protocol_hash: simulationAnswers.protocolHash,
};

/** What simulators answered about people's own conversations, by the labels of those conversations. */
const answers: Table = {
	name: "simulation-answers",
	title: "One row for each answer of a simulator about a person's conversations",
	fields: fieldsOf(answerSelection),
	byPool: false,
	pages: async function* ({ db, study }) {
		yield await db
			.select(answerSelection)
			.from(simulationAnswers)
			.where(eq(simulationAnswers.studyId, study.id))
			.orderBy(asc(simulationAnswers.id));
	},
};

export const SIMULATION_TABLES: readonly Table[] = [participants, answers];
