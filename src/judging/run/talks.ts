import { and, asc, eq, inArray, ne, type SQL } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { candidates, conversations, turns } from "../../db/tables/conversations.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { bySession, type Source } from "../../export/table.ts";
import type { Talk } from "../units/units.ts";

/** Texts are large. */
const SESSIONS_PER_PAGE = 100;

/** All conversations of one pool, in pages. Those of erased sessions are left out. */
export const talksOf = (source: Omit<Source, "allocator" | "env">): AsyncGenerator<readonly Talk[]> =>
	bySession(source, SESSIONS_PER_PAGE, (within) => read(source.db, within));

/** Null if it was erased. */
export const talkOf = async (db: Database, studyId: string, conversation: string): Promise<Talk | null> =>
	(await talksIn(db, studyId, [conversation]))[0] ?? null;

/** Those of these conversations that the study still has. */
export const talksIn = (db: Database, studyId: string, ids: readonly string[]): Promise<Talk[]> =>
	read(db, and(inArray(conversations.id, [...ids]), eq(sessions.studyId, studyId), ne(sessions.source, "erased")));

async function read(db: Database, within: SQL | undefined): Promise<Talk[]> {
	const [talks, said, replied] = await db.batch([
		db
			// No two columns of one name: D1 gives the rows of a batch by name.
			.select({ session: conversations.sessionId, conversation: conversations.id, layout: conversations.layout })
			.from(sessions)
			.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
			.where(within)
			.orderBy(asc(sessions.id), asc(conversations.position)),
		db
			.select({ conversation: turns.conversationId, id: turns.id, turn: turns.turn, text: turns.text })
			.from(sessions)
			.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
			.innerJoin(turns, eq(turns.conversationId, conversations.id))
			.where(within)
			.orderBy(asc(turns.turn)),
		db
			.select({
				turnId: candidates.turnId,
				...{ id: candidates.id, slot: candidates.slot, text: candidates.text, chosen: candidates.chosen },
			})
			.from(sessions)
			.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
			.innerJoin(turns, eq(turns.conversationId, conversations.id))
			.innerJoin(candidates, eq(candidates.turnId, turns.id))
			.where(within)
			.orderBy(asc(candidates.slot)),
	]);
	const turnsOf = Map.groupBy(said, ({ conversation }) => conversation);
	const repliesOf = Map.groupBy(replied, ({ turnId }) => turnId);
	return talks.map((talk) => ({
		...talk,
		turns: (turnsOf.get(talk.conversation) ?? []).map(({ id, turn, text }) => ({
			...{ id, turn, text },
			replies: (repliesOf.get(id) ?? []).map(({ turnId: _, ...reply }) => reply),
		})),
	}));
}
