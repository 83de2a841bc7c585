import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Runs of simulated participants. The run's object has the state; this row follows it. */
export const simulationRuns = sqliteTable(
	"simulation_runs",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		condition: text({ enum: ["judge", "converse", "scripted"] }).notNull(),
		/** The name of the simulating model in the protocol; null for `scripted`. */
		model: text(),
		seed: integer().notNull(),
		/** The request that started the run, without its personas' texts. */
		request: text({ mode: "json" }).notNull(),
		/** `running`, `paused`, `completed`, `cancelled`, `failed` or `budget`. */
		status: text().notNull(),
		participants: integer().notNull(),
		done: integer().notNull(),
		failed: integer().notNull(),
		/** Of the simulating model. */
		tokens: integer().notNull(),
		cost: real().notNull(),
		/** Number of deviations by kind. */
		deviations: text({ mode: "json" }).notNull(),
		/** The id of the API key that started it. */
		actor: text().notNull(),
		startedAt: text("started_at").notNull(),
		endedAt: text("ended_at"),
	},
	(table) => [index("simulation_runs_by_study").on(table.studyId)],
);

/** Who took part in which run, and for whom they stand. Their answers are in the tables of all sessions, in the pool `simulated`. */
export const simulatedParticipants = sqliteTable(
	"simulated_participants",
	{
		id: text().primaryKey(),
		runId: text("run_id").notNull(),
		studyId: text("study_id").notNull(),
		/** From 0, in the run's order. */
		place: integer().notNull(),
		/** The simulated participant's own session. Null for `judge`, which has none. */
		sessionId: text("session_id"),
		/** The person that this participant stands for. Null for scripted participants and personas. */
		twin: text(),
		/** From 1, of several samples for one person. */
		sample: integer().notNull(),
		/** The hash of the persona's text. Null for `scripted`. */
		personaHash: text("persona_hash"),
		/** `waiting`, `running`, `done`, or `failed`. */
		status: text().notNull(),
		/** Why it failed. */
		failure: text(),
	},
	(table) => [
		index("simulated_participants_by_run").on(table.runId),
		index("simulated_participants_by_twin").on(table.twin),
		index("simulated_participants_by_session").on(table.sessionId),
	],
);

/** Each call of a simulating model, exactly as it was sent. It names no arm. Erased with the person. */
export const simulationCalls = sqliteTable(
	"simulation_calls",
	{
		id: text().primaryKey(),
		runId: text("run_id").notNull(),
		studyId: text("study_id").notNull(),
		place: integer().notNull(),
		twin: text(),
		/** The step or, for `judge`, what was judged. */
		step: text().notNull(),
		/** 1, or 2 for the repeat after an answer that did not parse. */
		attempt: integer().notNull(),
		model: text().notNull(),
		/** All messages, in JSON. */
		prompt: text().notNull(),
		promptHash: text("prompt_hash").notNull(),
		/** Null if the call failed. */
		reply: text(),
		inputTokens: integer("input_tokens"),
		outputTokens: integer("output_tokens"),
		cost: real(),
		currency: text(),
		failure: text(),
		calledAt: text("called_at").notNull(),
	},
	(table) => [index("simulation_calls_by_run").on(table.runId), index("simulation_calls_by_twin").on(table.twin)],
);

/** What a simulating model did that a person would not. Counted by kind in the run. */
export const simulationDeviations = sqliteTable(
	"simulation_deviations",
	{
		id: text().primaryKey(),
		runId: text("run_id").notNull(),
		studyId: text("study_id").notNull(),
		place: integer().notNull(),
		step: text().notNull(),
		/** `acted_as_assistant`, `ended_at_once`, `never_ended`, `refused`, `out_of_scale`, `not_parsed`, `copied_assistant`, `copied_persona` or `identical_reply`. */
		kind: text().notNull(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("simulation_deviations_by_run").on(table.runId)],
);

/** Answers of `judge` about a person's own conversations. Their labels are those of the person's session. Erased with the person. */
export const simulationAnswers = sqliteTable(
	"simulation_answers",
	{
		id: text().primaryKey(),
		runId: text("run_id").notNull(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** The person, and their session. */
		twin: text().notNull(),
		sessionId: text("session_id").notNull(),
		sample: integer().notNull(),
		/** The conversation that was rated or ranked. */
		conversationId: text("conversation_id"),
		/** The label of a single conversation or pane. */
		label: text(),
		slot: text(),
		form: text().notNull(),
		item: text().notNull(),
		kind: text().notNull(),
		/** Null if the model gave no valid answer. */
		value: text({ mode: "json" }),
		/** For rankings: 1 is best. */
		rank: integer(),
		/** 1-based: where the judge was shown it. */
		position: integer().notNull(),
		answeredAt: text("answered_at").notNull(),
	},
	(table) => [index("simulation_answers_by_run").on(table.runId), index("simulation_answers_by_twin").on(table.twin)],
);
