import { and, asc, count, eq, or } from "drizzle-orm";
import { type Database, database } from "../../../db/database.ts";
import { answers } from "../../../db/tables/answers.ts";
import { conversations, turns } from "../../../db/tables/conversations.ts";
import { participantIdentities } from "../../../db/tables/participants.ts";
import { exits, sessions } from "../../../db/tables/sessions.ts";
import type { Env } from "../../../env.ts";
import { BY_PROLIFIC } from "../../../personalisation/profiles/profile-line.ts";
import type { Candidate } from "./bonuses.ts";
import type { AnswerName } from "./formula-names.ts";
import { fromDecimal, type Rational, rational } from "./rational.ts";

/** Live participants from Prolific who completed, with what a formula may read of them. */
export async function bonusCandidates(env: Env, studyId: string, names: readonly AnswerName[]): Promise<Candidate[]> {
	const db = database(env.DB);
	const [completed, sent, begun, given] = await Promise.all([
		completedSessions(db, studyId),
		db
			.select({ session: turns.sessionId, n: count() })
			.from(turns)
			.where(eq(turns.studyId, studyId))
			.groupBy(turns.sessionId),
		db
			.select({ session: conversations.sessionId, n: count() })
			.from(conversations)
			.where(eq(conversations.studyId, studyId))
			.groupBy(conversations.sessionId),
		answersOf(db, studyId, names),
	]);
	const countOf = (rows: readonly { session: string; n: number }[]) => {
		const counts = new Map(rows.map(({ session, n }) => [session, n]));
		return (session: string) => [rational(BigInt(counts.get(session) ?? 0))];
	};
	const [messagesOf, conversationsOf] = [countOf(sent), countOf(begun)];
	const answered = Map.groupBy(given, ({ session, form, item }) => `${session} answers.${form}.${item}`);
	return completed.map(({ session, participant, startedAt, endedAt }) => ({
		participant,
		values: (name) => {
			if (name === "messages") return messagesOf(session);
			if (name === "conversations") return conversationsOf(session);
			if (name === "minutes") return [minutesOf(startedAt, endedAt)];
			return (answered.get(`${session} ${name}`) ?? []).flatMap(({ value }) => answerValue(value) ?? []);
		},
	}));
}

const completedSessions = (db: Database, studyId: string) =>
	db
		.select({
			session: sessions.id,
			participant: participantIdentities.externalId,
			startedAt: sessions.startedAt,
			endedAt: sessions.endedAt,
		})
		.from(sessions)
		.innerJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
		.innerJoin(exits, eq(exits.sessionId, sessions.id))
		.where(
			and(
				eq(sessions.studyId, studyId),
				eq(sessions.pool, "live"),
				eq(participantIdentities.source, BY_PROLIFIC),
				eq(exits.reason, "completed"),
			),
		)
		.orderBy(asc(participantIdentities.externalId));

const answersOf = async (db: Database, studyId: string, names: readonly AnswerName[]) =>
	names.length === 0
		? []
		: db
				.select({ session: answers.sessionId, form: answers.form, item: answers.item, value: answers.value })
				.from(answers)
				.where(
					and(
						eq(answers.studyId, studyId),
						or(...names.map(({ form, item }) => and(eq(answers.form, form), eq(answers.item, item)))),
					),
				)
				.orderBy(asc(answers.id));

const minutesOf = (from: string, to: string | null): Rational =>
	rational(BigInt(Math.max(0, Date.parse(to ?? from) - Date.parse(from))), 60_000n);

/** Null for an item that was not asked, or to which the participant answered "does not apply". */
function answerValue(value: unknown): Rational | string | null {
	if (typeof value === "number") return fromDecimal(String(value));
	return typeof value === "string" ? value : null;
}
