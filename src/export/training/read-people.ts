import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../db/database.ts";
import { isOfSession } from "../../db/session-id-range.ts";
import { answers, rankings, ratings } from "../../db/tables/answers.ts";
import { candidates, conversations, turns } from "../../db/tables/conversations.ts";
import { profiles } from "../../db/tables/personalisation.ts";
import { sessionAttributes, sessions } from "../../db/tables/sessions.ts";
import { isScale } from "../../protocol/schema/item-kinds.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { Pool } from "../../randomisation/draw/pool.ts";
import type { Json } from "../../shared/json.ts";
import { bySession, type Source } from "../table.ts";
import type { Dialogue, Rank, Reply, Turn } from "./dialogue.ts";
import type { Answer, Person } from "./person.ts";

/** A page needs seven queries. D1 allows 1,000 for each request, which is enough to read 10,000 participants twice. */
const SESSIONS_PER_PAGE = 150;

/** All randomised participants of a pool, without erased ones, in pages and in the order of session ids. */
export const peopleOf = (source: Source, pool: Pool): AsyncGenerator<readonly Person[]> =>
	bySession(source, SESSIONS_PER_PAGE, (within) =>
		readPeople(source, and(within, eq(sessions.pool, pool), isNotNull(sessions.randomisedAt))),
	);

async function readPeople({ db, study }: Source, within: SQL | undefined): Promise<Person[]> {
	const [who, talks, said, replies, ranks, given] = await Promise.all([
		personRows(db, within),
		conversationRows(db, within),
		turnRows(db, within),
		replyRows(db, within),
		rankRows(db, within),
		answerRows(db, within),
	]);
	const repliesOf = Map.groupBy(replies, ({ turnId }) => turnId);
	const turnsOf = Map.groupBy(said, ({ conversationId }) => conversationId);
	const ranksOf = Map.groupBy(ranks, ({ conversationId }) => conversationId);
	const talksOf = Map.groupBy(talks, ({ session }) => session);
	const answersOf = Map.groupBy(given, ({ session }) => session);
	return who.map(({ session, participant, startedAt, randomisedAt, attributes, profile }) => ({
		participant,
		startedAt,
		randomisedAt: randomisedAt ?? startedAt,
		attributes: objectOf(attributes),
		profile: objectOf(profile),
		dialogues: (talksOf.get(session) ?? []).map(
			({ session: _, ...talk }): Dialogue => ({
				...talk,
				turns: (turnsOf.get(talk.id) ?? []).map(
					({ id, text }): Turn => ({ text, replies: (repliesOf.get(id) ?? []).map(replyFrom) }),
				),
				ranks: (ranksOf.get(talk.id) ?? []).map(({ form, item, slot, rank }): Rank => ({ form, item, slot, rank })),
			}),
		),
		answers: (answersOf.get(session) ?? []).map((row) => answerFrom(study.protocol, row)),
	}));
}

const objectOf = (value: unknown): Readonly<Record<string, Json>> =>
	value !== null && typeof value === "object" ? { ...value } : {};

/** Joins the profile by the id that was found at arrival, because most profiles have another pseudonym than the session. */
const personRows = (db: Database, within: SQL | undefined) =>
	db
		.select({
			session: sessions.id,
			participant: sessions.participantId,
			startedAt: sessions.startedAt,
			randomisedAt: sessions.randomisedAt,
			attributes: sessionAttributes.attributes,
			profile: profiles.profile,
		})
		.from(sessions)
		.leftJoin(sessionAttributes, eq(sessionAttributes.sessionId, sessions.id))
		.leftJoin(profiles, and(eq(profiles.studyId, sessions.studyId), eq(profiles.participantId, sessions.profileId)))
		.where(within)
		.orderBy(asc(sessions.id));

const conversationRows = (db: Database, within: SQL | undefined) =>
	db
		.select({
			session: conversations.sessionId,
			id: conversations.id,
			entry: conversations.entry,
			layout: conversations.layout,
			startedAt: conversations.startedAt,
			endedAt: conversations.endedAt,
		})
		.from(sessions)
		.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
		.where(within)
		.orderBy(asc(sessions.id), asc(conversations.position));

const turnRows = (db: Database, within: SQL | undefined) =>
	db
		.select({ id: turns.id, conversationId: turns.conversationId, text: turns.text })
		.from(sessions)
		.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
		.innerJoin(turns, eq(turns.conversationId, conversations.id))
		.where(within)
		.orderBy(asc(conversations.id), asc(turns.turn));

/** Reads only the masked text, so that a set is the same before and after unblinding. */
const replyRows = (db: Database, within: SQL | undefined) =>
	db
		.select({
			turnId: candidates.turnId,
			slot: candidates.slot,
			label: candidates.label,
			text: candidates.text,
			chosen: candidates.chosen,
			stopped: candidates.stopped,
			value: ratings.value,
			min: ratings.min,
			max: ratings.max,
		})
		.from(sessions)
		.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
		.innerJoin(turns, eq(turns.conversationId, conversations.id))
		.innerJoin(candidates, eq(candidates.turnId, turns.id))
		// Joins by the row's id, which follows from the candidate's (session/projection/session-rows.ts), because there is no index of turn and slot.
		.leftJoin(
			ratings,
			and(
				eq(ratings.sessionId, candidates.sessionId),
				eq(ratings.id, sql`${candidates.id} || '/score'`),
				eq(ratings.source, "choice"),
			),
		)
		.where(within)
		.orderBy(asc(candidates.turnId), asc(candidates.slot));

type ReplyRow = Awaited<ReturnType<typeof replyRows>>[number];

const replyFrom = ({ slot, label, text, chosen, stopped, value, min, max }: ReplyRow): Reply => ({
	slot,
	label,
	text,
	chosen,
	stopped,
	score: value === null || min === null || max === null ? null : { value, min, max },
});

const rankRows = (db: Database, within: SQL | undefined) =>
	db
		.select({
			conversationId: rankings.conversationId,
			form: rankings.form,
			item: rankings.item,
			slot: rankings.slot,
			rank: rankings.rank,
		})
		.from(sessions)
		.innerJoin(rankings, eq(rankings.sessionId, sessions.id))
		.where(within)
		.orderBy(asc(rankings.id));

const answerRows = (db: Database, within: SQL | undefined) =>
	db
		.select({
			session: answers.sessionId,
			conversation: answers.conversationId,
			form: answers.form,
			item: answers.item,
			value: answers.value,
			position: answers.position,
		})
		.from(sessions)
		.innerJoin(answers, isOfSession(answers.formAnswersId, sessions.id))
		.where(and(within, eq(answers.asked, true)))
		.orderBy(asc(answers.sessionId), asc(answers.answeredAt), asc(answers.position), asc(answers.id));

type AnswerRow = Awaited<ReturnType<typeof answerRows>>[number];

function answerFrom({ forms }: Protocol, { session: _, value, ...row }: AnswerRow): Answer {
	const item = forms[row.form]?.items.find(({ id }) => id === row.item);
	const scale = item && isScale(item) ? { min: item.min, max: item.max } : null;
	return { ...row, scale, value: jsonOf(value) };
}

/** The answer was checked when it was given, so parsing its JSON column cannot fail. */
const jsonOf = (value: unknown): Json => z.json().parse(value);
