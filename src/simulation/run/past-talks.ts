import { and, asc, eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/database.ts";
import { candidates, conversations, turns } from "../../db/tables/conversations.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { MessageView } from "../../session/view/view-schema.ts";
import { type PastTalk, slotAt } from "../model/past-talk.ts";

export type PastSession = { readonly session: string; readonly talks: readonly PastTalk[] };

/** The conversations of a person's completed session, with the texts that they were shown. Null if there is none. */
export async function pastSession(db: Database, studyId: string, participant: string): Promise<PastSession | null> {
	const isTheirs = and(
		...[eq(sessions.studyId, studyId), eq(sessions.participantId, participant)],
		...[eq(sessions.pool, "live" as const), eq(sessions.status, "completed")],
	);
	const [session] = await db.select({ id: sessions.id }).from(sessions).where(isTheirs);
	if (!session) return null;
	const of = ({ sessionId }: { readonly sessionId: SQLiteColumn }) => eq(sessionId, session.id);
	const [had, sent, replied] = await db.batch([
		db.select().from(conversations).where(of(conversations)).orderBy(asc(conversations.position)),
		db.select().from(turns).where(of(turns)).orderBy(asc(turns.turn)),
		db.select().from(candidates).where(of(candidates)).orderBy(asc(candidates.turn), asc(candidates.slot)),
	]);
	const talks = had.map(({ id, entry, position, layout, labels }): PastTalk => {
		const said = sent.filter(({ conversationId }) => conversationId === id);
		const messages = said.flatMap((turn): MessageView[] => [
			{ id: turn.id, role: "participant", text: turn.text },
			...replied
				.filter(({ turnId }) => turnId === turn.id)
				.map(
					({ id: candidate, text, slot, chosen }): MessageView => ({
						...{ id: candidate, role: "assistant", text },
						...(layout === "single" ? {} : { candidate: slot }),
						...(chosen === null ? {} : { chosen }),
					}),
				),
		]);
		const names = labels.split(" ");
		return { id, entry, position, layout, labels: names, slots: names.map((_, place) => slotAt(place)), messages };
	});
	return { session: session.id, talks: talks.filter(({ messages }) => messages.length > 0) };
}
