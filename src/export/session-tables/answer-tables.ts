import { and, asc, eq } from "drizzle-orm";
import { isOfSession } from "../../db/session-id-range.ts";
import { answers, rankings, ratings } from "../../db/tables/answers.ts";
import { candidates, conversations } from "../../db/tables/conversations.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { armKeys } from "../../db/tables/studies.ts";
import { armOf, sessionTable, who } from "./session-table.ts";

export const ratingsTable = sessionTable(
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

export const rankingsTable = sessionTable(
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

export const answersTable = sessionTable(
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
