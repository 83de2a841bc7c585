import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { isOfSession } from "../../db/session-id-range.ts";
import { formAnswers } from "../../db/tables/answers.ts";
import { conversations, replyReports } from "../../db/tables/conversations.ts";
import { behaviour, deviations, exits, sessionAttributes, sessions } from "../../db/tables/sessions.ts";
import { armKeys } from "../../db/tables/studies.ts";
import type { Table } from "../table.ts";
import { answersTable, rankingsTable, ratingsTable } from "./answer-tables.ts";
import { armOf, sessionTable, who } from "./session-table.ts";

const sessionsTable = sessionTable(
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

const conversationsTable = sessionTable(
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

const deviationsTable = sessionTable(
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

const behaviourTable = sessionTable(
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
const reportsTable = sessionTable(
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
