import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * D1 is the researchers' copy. What participants do stands in the logs of their sessions' objects, from which every row
 * below "Sessions" can be written again. Times are RFC 3339 in UTC, JSON stands in text columns, and every row of a
 * session carries the hash of the protocol that it ran on.
 *
 * Open columns name arms by neutral label alone. What would tie a label to a model (tokens, latencies, the served model)
 * stands in `model_calls`, and there under seal while the study is blinded.
 */

// Studies ------------------------------------------------------------------------------------------------------------

export const studies = sqliteTable("studies", {
	id: text().primaryKey(),
	slug: text().notNull().unique(),
	title: text().notNull(),
	status: text({ enum: ["draft", "open", "paused", "closed"] }).notNull(),
	version: integer().notNull(),
	protocolHash: text("protocol_hash").notNull(),
	/** Keys the derivation of participants' and sessions' ids (hex). Reading it lets nobody into a session. */
	pseudonymKey: text("pseudonym_key").notNull(),
	/** SHA-256 of the allocation seed, published when the study opens. */
	seedCommitment: text("seed_commitment"),
	/** The seed itself, published when the study is unblinded. */
	revealedSeed: text("revealed_seed"),
	createdAt: text("created_at").notNull(),
	openedAt: text("opened_at"),
	closedAt: text("closed_at"),
	unblindedAt: text("unblinded_at"),
});

export const studyVersions = sqliteTable(
	"study_versions",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		version: integer().notNull(),
		protocolHash: text("protocol_hash").notNull(),
		protocol: text({ mode: "json" }).notNull(),
		createdAt: text("created_at").notNull(),
		openedAt: text("opened_at"),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.version] })],
);

/** Which arm a label stands for. Written when a study opens under single blind, otherwise by unblinding alone. */
export const armKeys = sqliteTable(
	"arm_keys",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		label: text().notNull(),
		arm: text().notNull(),
		/** Whose label it is: no two pools share one. Null in a study from before that, where all have the same. */
		pool: text({ enum: ["live", "pilot", "simulated"] }),
		revealedAt: text("revealed_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.label] })],
);

// Access -------------------------------------------------------------------------------------------------------------

export const apiKeys = sqliteTable("api_keys", {
	id: text().primaryKey(),
	name: text().notNull(),
	/** SHA-256 of the key; the key itself is shown once. */
	hash: text().notNull().unique(),
	scopes: text({ mode: "json" }).$type<string[]>().notNull(),
	createdAt: text("created_at").notNull(),
	revokedAt: text("revoked_at"),
});

export const audit = sqliteTable(
	"audit",
	{
		id: text().primaryKey(),
		at: text().notNull(),
		/** The id of an API key, or `system`. */
		actor: text().notNull(),
		action: text().notNull(),
		studyId: text("study_id"),
		target: text(),
		detail: text({ mode: "json" }),
	},
	(table) => [index("audit_by_time").on(table.at)],
);

export const idempotency = sqliteTable(
	"idempotency",
	{
		keyId: text("key_id").notNull(),
		idempotencyKey: text("idempotency_key").notNull(),
		fingerprint: text().notNull(),
		/** Null while the first request is still being worked on. */
		status: integer(),
		body: text(),
		createdAt: text("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.keyId, table.idempotencyKey] })],
);

// Sessions -----------------------------------------------------------------------------------------------------------

/** Who a pseudonym is to the recruiter, for payment. Apart from everything that people said. */
export const participantIdentities = sqliteTable("participant_identities", {
	participantId: text("participant_id").primaryKey(),
	studyId: text("study_id").notNull(),
	source: text().notNull(),
	externalId: text("external_id").notNull(),
	/** What the recruiter sent along, such as Prolific's study and submission ids. */
	reference: text({ mode: "json" }),
});

const ofSession = {
	sessionId: text("session_id").notNull(),
	studyId: text("study_id").notNull(),
	protocolHash: text("protocol_hash").notNull(),
};

export const sessions = sqliteTable(
	"sessions",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		participantId: text("participant_id").notNull(),
		source: text().notNull(),
		pool: text({ enum: ["live", "pilot", "simulated"] }).notNull(),
		status: text().notNull(),
		attributes: text({ mode: "json" }).notNull(),
		/** The `profiles` row of who came, null for who has none. */
		profileId: text("profile_id"),
		stratum: text(),
		/** The arms' labels in the participant's drawn order, joined with blanks. */
		sequence: text(),
		startedAt: text("started_at").notNull(),
		consentedAt: text("consented_at"),
		consentVersion: text("consent_version"),
		randomisedAt: text("randomised_at"),
		endedAt: text("ended_at"),
		/** How many events of the log these rows know, those apart that tell of a reply in which a model named itself. Of an erased session 1. */
		lastEvent: integer("last_event").notNull(),
	},
	(table) => [
		index("sessions_by_study").on(table.studyId, table.status),
		uniqueIndex("sessions_by_participant").on(table.participantId),
	],
);

export const conversations = sqliteTable(
	"conversations",
	{
		id: text().primaryKey(),
		...ofSession,
		/** The conversation's id in the protocol. */
		entry: text().notNull(),
		/** 1-based, in the order in which the participant has them. */
		position: integer().notNull(),
		layout: text({ enum: ["single", "best-of", "side-by-side"] }).notNull(),
		/** The arms' labels by slot (`a`, `b`, …), joined with blanks; of a `single`, the one label. */
		labels: text().notNull(),
		/** The label that this conversation came after: the first-order carry-over of a crossover. */
		predecessor: text(),
		turns: integer().notNull(),
		startedAt: text("started_at").notNull(),
		endedAt: text("ended_at"),
	},
	(table) => [index("conversations_by_session").on(table.sessionId)],
);

export const turns = sqliteTable(
	"turns",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		/** 1-based. */
		turn: integer().notNull(),
		text: text().notNull(),
		sentAt: text("sent_at").notNull(),
		/** How often the participant had to ask again, after a model failed. */
		retries: integer().notNull(),
	},
	(table) => [index("turns_by_conversation").on(table.conversationId)],
);

export const candidates = sqliteTable(
	"candidates",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		turnId: text("turn_id").notNull(),
		turn: integer().notNull(),
		/** `a`, `b`, …: the place in which it was shown. */
		slot: text().notNull(),
		label: text().notNull(),
		text: text().notNull(),
		/** Null where nobody chooses. */
		chosen: integer({ mode: "boolean" }),
		/** The text as it was written, where `text` hides a place in which the model names itself: a JWE until the study is unblinded. */
		sealedText: text("sealed_text"),
	},
	(table) => [index("candidates_by_turn").on(table.turnId)],
);

export const ratings = sqliteTable(
	"ratings",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		label: text().notNull(),
		/** `choice`: of one candidate; `form`: of the conversation as a whole. */
		source: text({ enum: ["choice", "form"] }).notNull(),
		turn: integer(),
		slot: text(),
		form: text(),
		item: text(),
		/** Null where the participant said that it does not apply. */
		value: real(),
		min: real(),
		max: real(),
		ratedAt: text("rated_at").notNull(),
	},
	(table) => [index("ratings_by_session").on(table.sessionId)],
);

export const rankings = sqliteTable(
	"rankings",
	{
		id: text().primaryKey(),
		...ofSession,
		form: text().notNull(),
		item: text().notNull(),
		/** The conversation that was ranked, or that held the panes. */
		conversationId: text("conversation_id").notNull(),
		slot: text(),
		label: text().notNull(),
		/** 1 is best. */
		rank: integer().notNull(),
		/** 1-based: as which it was met, or in which place it was shown. */
		position: integer().notNull(),
		rankedAt: text("ranked_at").notNull(),
	},
	(table) => [index("rankings_by_session").on(table.sessionId)],
);

export const answers = sqliteTable(
	"answers",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id"),
		form: text().notNull(),
		item: text().notNull(),
		kind: text().notNull(),
		value: text({ mode: "json" }),
		/** 1-based place in which the item stood. */
		position: integer().notNull(),
		/** Of an attention check. */
		correct: integer({ mode: "boolean" }),
		/** Of the whole form, as the client measured it. */
		elapsedMs: integer("elapsed_ms"),
		answeredAt: text("answered_at").notNull(),
	},
	(table) => [index("answers_by_session").on(table.sessionId)],
);

/** One row a call of a language model, failed ones too. While the study is blinded all but the ids is in `sealed`. */
export const modelCalls = sqliteTable(
	"model_calls",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** A JWE to the study's unblinding key, padded to a fixed length, or null once opened. */
		sealed: text(),
		sessionId: text("session_id"),
		conversationId: text("conversation_id"),
		turn: integer(),
		slot: text(),
		label: text(),
		attempt: integer(),
		provider: text(),
		model: text(),
		servedModel: text("served_model"),
		/** The served name that `{{adapter}}` stood for, null where the arm has none. */
		adapter: text(),
		/** True where the pooled adapter stood in for a participant's own, which was missing. */
		adapterStoodIn: integer("adapter_stood_in", { mode: "boolean" }),
		inputTokens: integer("input_tokens"),
		outputTokens: integer("output_tokens"),
		/** `server`, or `estimate` where it did not say; null where no text came. */
		countedBy: text("counted_by", { enum: ["server", "estimate"] }),
		/** By the price that the protocol gives the model, in `currency`. */
		cost: real(),
		currency: text(),
		firstFrameMs: integer("first_frame_ms"),
		lastFrameMs: integer("last_frame_ms"),
		finishReason: text("finish_reason"),
		failure: text(),
		startedAt: text("started_at"),
		/** The system prompt exactly as it was sent, with what it says of the participant. The rest of what was sent is `turns` and `candidates`. */
		prompt: text(),
	},
	(table) => [index("model_calls_by_study").on(table.studyId)],
);

export const exits = sqliteTable("exits", {
	sessionId: text("session_id").primaryKey(),
	studyId: text("study_id").notNull(),
	protocolHash: text("protocol_hash").notNull(),
	reason: text().notNull(),
	/** The completion code that the participant was shown. */
	code: text(),
	exitedAt: text("exited_at").notNull(),
});

/** What went otherwise than the protocol has it. Never used to exclude anybody by itself. */
export const deviations = sqliteTable(
	"deviations",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id"),
		turn: integer(),
		slot: text(),
		label: text(),
		/** `self_identification`, and what later work records. */
		kind: text().notNull(),
		/** As the protocol says: `record`, `mask` or `regenerate`. */
		handling: text(),
		/** UTF-16 units of the reply as it was written. */
		spanStart: integer("span_start"),
		spanEnd: integer("span_end"),
		/** Where saying more would tell a label from a model: a JWE until the study is unblinded. */
		sealed: text(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("deviations_by_study").on(table.studyId)],
);

/**
 * Deviations of which nobody but unblinding may know whose they are, such as a text that was thrown away for naming its model:
 * no participant has read it, so that its place, its time and its label would be news. Each row is a whole row of
 * `deviations` in a JWE, under a keyed id; unblinding moves it there.
 */
export const sealedDeviations = sqliteTable(
	"sealed_deviations",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		sealed: text().notNull(),
	},
	(table) => [index("sealed_deviations_by_study").on(table.studyId)],
);

/** What a client measured of how an answer came about, with consent. Covariates: nobody is turned away by them. */
export const behaviour = sqliteTable(
	"behaviour",
	{
		id: text().primaryKey(),
		...ofSession,
		step: text().notNull(),
		kind: text().notNull(),
		conversationId: text("conversation_id"),
		turn: integer(),
		form: text(),
		/** Characters that were pasted. */
		pasted: integer(),
		pastes: integer(),
		focusLost: integer("focus_lost"),
		focusLostMs: integer("focus_lost_ms"),
		firstKeyMs: integer("first_key_ms"),
		typingMs: integer("typing_ms"),
		recordedAt: text("recorded_at").notNull(),
	},
	(table) => [index("behaviour_by_session").on(table.sessionId)],
);

// Blinding -----------------------------------------------------------------------------------------------------------

/** Who looked, when, and why. Triggers of the migration refuse to change or delete a row. */
export const unblindings = sqliteTable("unblindings", {
	id: text().primaryKey(),
	studyId: text("study_id")
		.notNull()
		.references(() => studies.id),
	/** `study`, or the emergency of one participant. */
	scope: text({ enum: ["study", "participant"] }).notNull(),
	sessionId: text("session_id"),
	reason: text().notNull(),
	/** The version of the analysis plan that was in force. */
	analysisPlan: text("analysis_plan"),
	actor: text().notNull(),
	unblindedAt: text("unblinded_at").notNull(),
});

/** What a monitor found, such as a sample ratio that chance does not explain. */
export const warnings = sqliteTable(
	"warnings",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		kind: text().notNull(),
		detail: text({ mode: "json" }),
		raisedAt: text("raised_at").notNull(),
	},
	(table) => [index("warnings_by_study").on(table.studyId)],
);

// Personalisation ----------------------------------------------------------------------------------------------------

/**
 * Who may come back, by the pseudonym under which they will come, and whose profile is theirs: an id of an old data set
 * can be mapped to the id of today's recruiter.
 */
export const profilePeople = sqliteTable(
	"profile_people",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		participantId: text("participant_id").notNull(),
		/** The key of their row in `profiles`; the same as `participantId` where nothing was mapped. */
		profileId: text("profile_id").notNull(),
		/** By which way in they are known, or `*` for any. */
		source: text().notNull(),
		/** The recruiter's id, encrypted under the Worker's IDENTITY_KEY: needed to invite the person again. Null without that key. */
		externalIdSealed: text("external_id_sealed"),
	},
	(table) => [
		primaryKey({ columns: [table.studyId, table.participantId] }),
		index("profile_people_by_profile").on(table.studyId, table.profileId),
	],
);

/** What is known of people who may come back, by pseudonym. */
export const profiles = sqliteTable(
	"profiles",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		/** The pseudonym of the person, or of their id in the data set that they come from. */
		participantId: text("participant_id").notNull(),
		attributes: text({ mode: "json" }).notNull(),
		profile: text({ mode: "json" }).notNull(),
		/** Past conversations, newest last. */
		history: text({ mode: "json" }).notNull(),
		dataHash: text("data_hash").notNull(),
		loadedAt: text("loaded_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.participantId] })],
);

/** Served adapters, of one participant or shared. */
export const adapters = sqliteTable(
	"adapters",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		name: text().notNull(),
		/** Null: shared. */
		participantId: text("participant_id"),
		servedName: text("served_name").notNull(),
		base: text(),
		method: text(),
		provenance: text({ mode: "json" }),
		status: text({ enum: ["missing", "ready", "failed"] }).notNull(),
		createdAt: text("created_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.studyId, table.name] }),
		index("adapters_by_participant").on(table.studyId, table.participantId),
	],
);
