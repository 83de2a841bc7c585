import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { isSealedText } from "../blinding/seals/sealed-text.ts";
import type { Database } from "../db/database.ts";
import { candidates, conversations, turns } from "../db/tables/conversations.ts";
import { sessions } from "../db/tables/sessions.ts";
import { armKeys } from "../db/tables/studies.ts";
import { field, fieldsOf } from "./field.ts";
import { bySession, type Row, type Table } from "./table.ts";

/** Fewer sessions in one query than elsewhere, because texts are large. */
const SESSIONS_PER_PAGE = 100;

const place = {
	participant: sessions.participantId,
	session: sessions.id,
	pool: sessions.pool,
	conversation: conversations.entry,
	conversation_id: conversations.id,
	layout: conversations.layout,
	position: conversations.position,
};
const said = { ...place, turn: turns.turn };
const reply = {
	slot: candidates.slot,
	label: candidates.label,
	arm: armKeys.arm,
	chosen: candidates.chosen,
	text: candidates.text,
	written: candidates.sealedText,
	seen_at: candidates.seenAt,
	stopped: candidates.stopped,
	stopped_at: candidates.stoppedAt,
	protocol_hash: candidates.protocolHash,
};

/** One row for each message: the participant's, then the replies to it in the order of slots. */
export const transcripts: Table = {
	name: "transcripts",
	title: "One row for each message",
	fields: [...fieldsOf(said), field("role", "string"), ...fieldsOf(reply)],
	byPool: true,
	bySession: true,
	references: { session: "sessions", conversation_id: "conversations" },
	pages: (source) => bySession(source, SESSIONS_PER_PAGE, (within) => page(source.db, within)),
};

async function page(db: Database, within: SQL | undefined): Promise<readonly Row[]> {
	const [messages, replies] = await Promise.all([messagesOf(db, within), repliesOf(db, within)]);
	const written = new Map<string, Row[]>();
	for (const row of replies) {
		const key = keyOf(row);
		written.set(key, [...(written.get(key) ?? []), row]);
	}
	return messages.flatMap((message) => [message, ...(written.get(keyOf(message)) ?? [])]);
}

const keyOf = ({ conversation_id, turn }: { readonly conversation_id: string; readonly turn: number }): string =>
	`${conversation_id}/${turn}`;

const nothing = sql<null>`NULL`;

const messagesOf = (db: Database, within: SQL | undefined) =>
	db
		.select({
			...said,
			role: sql<string>`'participant'`,
			slot: nothing,
			label: nothing,
			arm: nothing,
			chosen: nothing,
			text: turns.text,
			written: nothing,
			seen_at: nothing,
			stopped: nothing,
			stopped_at: nothing,
			protocol_hash: turns.protocolHash,
		})
		.from(sessions)
		.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
		.innerJoin(turns, eq(turns.conversationId, conversations.id))
		.where(within)
		.orderBy(asc(sessions.id), asc(conversations.position), asc(turns.turn));

const repliesOf = (db: Database, within: SQL | undefined) =>
	db
		.select({ ...place, turn: candidates.turn, role: sql<string>`'assistant'`, ...reply, written: openText })
		.from(sessions)
		.innerJoin(conversations, eq(conversations.sessionId, sessions.id))
		.innerJoin(turns, eq(turns.conversationId, conversations.id))
		.innerJoin(candidates, eq(candidates.turnId, turns.id))
		.leftJoin(armKeys, and(eq(armKeys.studyId, candidates.studyId), eq(armKeys.label, candidates.label)))
		.where(within)
		.orderBy(asc(sessions.id), asc(conversations.position), asc(turns.turn), asc(candidates.slot));

/** A sealed text is left out: it is unreadable, and its length would reveal how much was masked. */
const openText = sql<
	string | null
>`CASE WHEN ${isSealedText(candidates.sealedText)} THEN NULL ELSE ${candidates.sealedText} END`;
