import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "../db/database.ts";
import { isOfSession } from "../db/session-id-range.ts";
import { answers, formAnswers, rankings, ratings } from "../db/tables/answers.ts";
import { candidates, conversations, replyReports } from "../db/tables/conversations.ts";
import { behaviour, deviations, exits, sessionAttributes, sessions } from "../db/tables/sessions.ts";
import { armKeys } from "../db/tables/studies.ts";
import { fieldsOf, type Selection } from "./field.ts";
import { bySession, type Row, type Table } from "./table.ts";

/** The number of sessions in one query. D1 allows 1,000 queries for each request, so 10,000 participants fit. */
const SESSIONS_PER_PAGE = 250;

type Read = (db: Database, selection: Selection, within: SQL | undefined) => Promise<readonly Row[]>;

const table = (name: string, title: string, selection: Selection, read: Read, key?: Table["key"]): Table => ({
	name,
	title,
	...(key && { key }),
	references: {
		...(name !== "sessions" && { session: "sessions" }),
		...("conversation_id" in selection && name !== "conversations" && { conversation_id: "conversations" }),
	},
	fields: fieldsOf(selection),
	byPool: true,
	bySession: true,
	pages: (source) => bySession(source, SESSIONS_PER_PAGE, (within) => read(source.db, selection, within)),
});

const who = { participant: sessions.participantId, session: sessions.id, pool: sessions.pool };
const armOf = (row: { readonly studyId: SQLiteColumn; readonly label: SQLiteColumn }) =>
	and(eq(armKeys.studyId, row.studyId), eq(armKeys.label, row.label));

const sessionsTable = table(
	"sessions",
	"One row for each session",
	{
		...who,
		source: sessions.source,
		status: sessions.status,
		stratum: sessions.stratum,
		sequence: sessions.sequence,
		completion_code: exits.code,
		attributes: sessionAttributes.attributes,
		consent_version: sessions.consentVersion,
		started_at: sessions.startedAt,
		consented_at: sessions.consentedAt,
		randomised_at: sessions.randomisedAt,
		ended_at: sessions.endedAt,
		protocol_hash: sessions.protocolHash,
		checks_failed: formAnswers.checksFailed,
	},
	async (db, selection, within) => {
		const rows = await db
			.select({ ...selection, attributes: sessionAttributes.attributes, checks_failed: failedChecks(db) })
			.from(sessions)
			.leftJoin(exits, eq(exits.sessionId, sessions.id))
			.leftJoin(sessionAttributes, eq(sessionAttributes.sessionId, sessions.id))
			.where(within)
			.orderBy(asc(sessions.id));
		return rows.map((row) => ({ ...row, attributes: row.attributes ?? {} }));
	},
	["session"],
);

/** Over all forms of the session. */
const failedChecks = (db: Database) =>
	sql<number>`${db
		.select({ failed: sql`coalesce(sum(${formAnswers.checksFailed}), 0)` })
		.from(formAnswers)
		.where(isOfSession(formAnswers.id, sessions.id))}`;

const conversationsTable = table(
	"conversations",
	"One row for each conversation",
	{
		...who,
		conversation: conversations.entry,
		conversation_id: conversations.id,
		layout: conversations.layout,
		position: conversations.position,
		labels: conversations.labels,
		predecessor: conversations.predecessor,
		turns: conversations.turns,
		started_at: conversations.startedAt,
		ended_at: conversations.endedAt,
		protocol_hash: conversations.protocolHash,
		topic_position: conversations.topicPosition,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(conversations)
			.innerJoin(sessions, eq(sessions.id, conversations.sessionId))
			.where(within)
			.orderBy(asc(sessions.id), asc(conversations.position)),
	["conversation_id"],
);

const ratingsTable = table(
	"ratings",
	"One row for each rating",
	{
		...who,
		session_status: sessions.status,
		sequence: sessions.sequence,
		conversation: conversations.entry,
		conversation_id: conversations.id,
		layout: conversations.layout,
		position: conversations.position,
		predecessor: conversations.predecessor,
		label: ratings.label,
		arm: armKeys.arm,
		source: ratings.source,
		turn: ratings.turn,
		slot: ratings.slot,
		form: ratings.form,
		item: ratings.item,
		value: ratings.value,
		min: ratings.min,
		max: ratings.max,
		chosen: candidates.chosen,
		rated_at: ratings.ratedAt,
		protocol_hash: ratings.protocolHash,
		topic_position: conversations.topicPosition,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(ratings)
			.innerJoin(sessions, eq(sessions.id, ratings.sessionId))
			.innerJoin(conversations, eq(conversations.id, ratings.conversationId))
			.leftJoin(
				candidates,
				and(
					eq(candidates.conversationId, ratings.conversationId),
					eq(candidates.turn, ratings.turn),
					eq(candidates.slot, ratings.slot),
				),
			)
			.leftJoin(armKeys, armOf(ratings))
			.where(within)
			.orderBy(asc(sessions.id), asc(conversations.position), asc(ratings.ratedAt), asc(ratings.id)),
);

const rankingsTable = table(
	"rankings",
	"One row for each ranked arm and participant",
	{
		...who,
		session_status: sessions.status,
		sequence: sessions.sequence,
		form: rankings.form,
		item: rankings.item,
		label: rankings.label,
		arm: armKeys.arm,
		rank: rankings.rank,
		position: rankings.position,
		conversation: conversations.entry,
		conversation_id: conversations.id,
		slot: rankings.slot,
		ranked_at: rankings.rankedAt,
		protocol_hash: rankings.protocolHash,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(rankings)
			.innerJoin(sessions, eq(sessions.id, rankings.sessionId))
			.innerJoin(conversations, eq(conversations.id, rankings.conversationId))
			.leftJoin(armKeys, armOf(rankings))
			.where(within)
			.orderBy(asc(sessions.id), asc(rankings.form), asc(rankings.item), asc(rankings.position), asc(rankings.id)),
);

const answersTable = table(
	"answers",
	"One row for each item that was answered, or skipped because of other answers",
	{
		...who,
		form: answers.form,
		item: answers.item,
		kind: answers.kind,
		value: answers.value,
		asked: answers.asked,
		position: answers.position,
		conversation_id: answers.conversationId,
		correct: answers.correct,
		elapsed_ms: answers.elapsedMs,
		changes: answers.changes,
		history: answers.history,
		answered_at: answers.answeredAt,
		protocol_hash: answers.protocolHash,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(answers)
			.innerJoin(sessions, isOfSession(answers.formAnswersId, sessions.id))
			.where(within)
			.orderBy(asc(sessions.id), asc(answers.answeredAt), asc(answers.position), asc(answers.id)),
);

const deviationsTable = table(
	"deviations",
	"Deviations from the protocol",
	{
		...who,
		conversation_id: deviations.conversationId,
		turn: deviations.turn,
		slot: deviations.slot,
		label: deviations.label,
		arm: armKeys.arm,
		kind: deviations.kind,
		handling: deviations.handling,
		span_start: deviations.spanStart,
		span_end: deviations.spanEnd,
		sealed: deviations.sealed,
		occurred_at: deviations.occurredAt,
		protocol_hash: deviations.protocolHash,
		form: deviations.form,
		item: deviations.item,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(deviations)
			.innerJoin(sessions, eq(sessions.id, deviations.sessionId))
			.leftJoin(armKeys, armOf(deviations))
			.where(within)
			.orderBy(asc(sessions.id), asc(deviations.occurredAt), asc(deviations.id)),
);

const behaviourTable = table(
	"behaviour",
	"How answers were entered, as measured by clients with consent",
	{
		...who,
		step: behaviour.step,
		kind: behaviour.kind,
		conversation_id: behaviour.conversationId,
		turn: behaviour.turn,
		form: behaviour.form,
		pasted: behaviour.pasted,
		pastes: behaviour.pastes,
		focus_lost: behaviour.focusLost,
		focus_lost_ms: behaviour.focusLostMs,
		first_key_ms: behaviour.firstKeyMs,
		typing_ms: behaviour.typingMs,
		recorded_at: behaviour.recordedAt,
		protocol_hash: behaviour.protocolHash,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(behaviour)
			.innerJoin(sessions, eq(sessions.id, behaviour.sessionId))
			.where(within)
			.orderBy(asc(sessions.id), asc(behaviour.recordedAt), asc(behaviour.id)),
);

/** No label: a report is about a reply, and `transcripts` has the reply's label. */
const reportsTable = table(
	"reply-reports",
	"Replies that participants reported as harmful or broken",
	{
		...who,
		conversation: conversations.entry,
		conversation_id: conversations.id,
		position: conversations.position,
		turn: replyReports.turn,
		slot: replyReports.slot,
		kind: replyReports.kind,
		note: replyReports.note,
		reported_at: replyReports.reportedAt,
		protocol_hash: replyReports.protocolHash,
	},
	(db, selection, within) =>
		db
			.select(selection)
			.from(replyReports)
			.innerJoin(sessions, eq(sessions.id, replyReports.sessionId))
			.innerJoin(conversations, eq(conversations.id, replyReports.conversationId))
			.where(within)
			.orderBy(asc(sessions.id), asc(replyReports.reportedAt), asc(replyReports.id)),
);

export const SESSION_TABLES: readonly Table[] = [
	sessionsTable,
	conversationsTable,
	ratingsTable,
	rankingsTable,
	answersTable,
	deviationsTable,
	behaviourTable,
	reportsTable,
];
