import { and, asc, eq } from "drizzle-orm";
import { type Database, database } from "../../../db/database.ts";
import { participantIdentities, reentries } from "../../../db/tables/participants.ts";
import { exits, sessions } from "../../../db/tables/sessions.ts";
import type { Env } from "../../../env.ts";
import { BY_PROLIFIC } from "../../../personalisation/profiles/profile-line.ts";
import type { OurSession } from "./reconcile.ts";

export type OurSide = {
	readonly sessions: readonly OurSession[];
	/** Prolific's studies that arrivals named, the most frequent first. */
	readonly prolificStudies: readonly string[];
};

/** Live sessions of participants from Prolific. D1 has them some seconds later than the participant. */
export async function ourSide(env: Env, studyId: string): Promise<OurSide> {
	const db = database(env.DB);
	const [rows, later] = await Promise.all([sessionRows(db, studyId), laterRows(db, studyId)]);
	const named = [...rows.map(({ reference }) => reference), ...later.map(({ reference }) => reference)];
	const submissionsOf = (session: string, first: unknown): string[] => [
		...textOf(first, "session"),
		...later.flatMap((row) => (row.session === session ? textOf(row.reference, "session") : [])),
	];
	return {
		sessions: rows.map(({ reference, ...row }) => ({
			...row,
			submissions: submissionsOf(row.session, reference),
			participant: row.participant ?? "",
		})),
		prolificStudies: byFrequency(named.flatMap((reference) => textOf(reference, "study"))),
	};
}

const ofProlific = (studyId: string) =>
	and(eq(sessions.studyId, studyId), eq(sessions.pool, "live"), eq(participantIdentities.source, BY_PROLIFIC));

const sessionRows = (db: Database, studyId: string) =>
	db
		.select({
			session: sessions.id,
			participant: participantIdentities.externalId,
			reference: participantIdentities.reference,
			status: sessions.status,
			exit: exits.reason,
			code: exits.code,
			startedAt: sessions.startedAt,
			endedAt: sessions.endedAt,
		})
		.from(sessions)
		.innerJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
		.leftJoin(exits, eq(exits.sessionId, sessions.id))
		.where(ofProlific(studyId))
		.orderBy(asc(sessions.id));

/** Later submissions that the participant proved. */
const laterRows = (db: Database, studyId: string) =>
	db
		.select({ session: reentries.sessionId, reference: reentries.reference })
		.from(reentries)
		.where(and(eq(reentries.studyId, studyId), eq(reentries.outcome, "resumed")))
		.orderBy(asc(reentries.occurredAt));

function textOf(reference: unknown, field: "study" | "session"): string[] {
	const value = (reference as Readonly<Record<string, unknown>> | null)?.[field];
	return typeof value === "string" ? [value] : [];
}

function byFrequency(ids: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([id]) => id);
}
