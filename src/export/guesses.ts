import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { isOfSession } from "../db/session-id-range.ts";
import { answers } from "../db/tables/answers.ts";
import { candidates, conversations } from "../db/tables/conversations.ts";
import { sessions } from "../db/tables/sessions.ts";
import { armKeys } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { guessedArm, participantSeed } from "../randomisation/plan/orders.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { field, fieldsOf } from "./field.ts";
import { bySession, type Source, type Table } from "./table.ts";

const SESSIONS_PER_PAGE = 250;

const about = {
	participant: sessions.participantId,
	session: sessions.id,
	pool: sessions.pool,
	session_status: sessions.status,
	conversation: conversations.entry,
	conversation_id: conversations.id,
	layout: conversations.layout,
	position: conversations.position,
	form: answers.form,
	item: answers.item,
};
const asked = { answered_at: answers.answeredAt, protocol_hash: answers.protocolHash };

/**
 * One row for each guess of a conversation's arm. Before unblinding, a guess is only a place in an unknown random order. The
 * revealed seed reproduces that order, and so the guessed arm.
 */
export const guesses: Table = {
	name: "guesses",
	title: "One row for each guess of an arm",
	fields: [
		...fieldsOf(about),
		field("slot", "string"),
		field("label", "string"),
		field("arm", "string"),
		field("guess", "string"),
		field("guessed_arm", "string"),
		...fieldsOf(asked),
	],
	byPool: true,
	bySession: true,
	references: { session: "sessions", conversation_id: "conversations" },
	pages: guessPages,
};

/** `guessed_arm` is null while the study is blinded, and if the participant chose unknown. */
export type GuessRow = ReturnType<typeof rowOf>;

export async function* guessPages(source: Source): AsyncGenerator<readonly GuessRow[]> {
	const key = await readingKey(source);
	yield* bySession(source, SESSIONS_PER_PAGE, async (within) =>
		(await read(source.db, within)).map((row) => rowOf(row, source.study, key)),
	);
}

type GuessQueryRow = Awaited<ReturnType<typeof read>>[number];

function rowOf(
	{ labels, chosen, value, answered_at, protocol_hash, ...row }: GuessQueryRow,
	study: StudyRecord,
	key: Key,
) {
	const slot = slotOf(study, row.form, row.item);
	const label = labelOf({ labels, chosen, layout: row.layout }, slot);
	const guess = String(value);
	const arm = key.arms.get(label ?? "") ?? null;
	return { ...row, slot, label, arm, guess, guessed_arm: key.read(row.session, guess), answered_at, protocol_hash };
}

/** The guesses of some sessions. For a best-of, `chosen` is the label of the last reply that was chosen. */
const read = (db: Database, within: SQL | undefined) =>
	db
		.select({ ...about, labels: conversations.labels, chosen: chosenLabel(db), value: answers.value, ...asked })
		.from(answers)
		.innerJoin(sessions, isOfSession(answers.formAnswersId, sessions.id))
		.innerJoin(conversations, eq(conversations.id, answers.conversationId))
		.where(and(within, eq(answers.kind, "guess"), eq(answers.asked, true)))
		.orderBy(asc(sessions.id), asc(conversations.position), asc(answers.form), asc(answers.position));

const chosenLabel = (db: Database) =>
	sql<string | null>`${db
		.select({ label: candidates.label })
		.from(candidates)
		.where(and(eq(candidates.conversationId, conversations.id), eq(candidates.chosen, true)))
		.orderBy(desc(candidates.turn))
		.limit(1)}`;

function slotOf({ protocol }: StudyRecord, form: string, id: string): string | null {
	const item = protocol.forms[form]?.items.find((known) => known.id === id);
	return (item?.kind === "guess" && item.slot) || null;
}

type Labelled = { readonly labels: string; readonly chosen: string | null; readonly layout: string };

function labelOf({ labels, chosen, layout }: Labelled, slot: string | null): string | null {
	if (layout === "best-of") return chosen;
	return labels.split(" ")["abcdefgh".indexOf(slot ?? "a")] ?? null;
}

/** What unblinding reveals. Empty while the study is blinded. */
type Key = {
	readonly arms: ReadonlyMap<string, string>;
	readonly read: (session: string, guess: string) => string | null;
};

async function readingKey({ db, study, allocator }: Source): Promise<Key> {
	const keys = await db.select().from(armKeys).where(eq(armKeys.studyId, study.id));
	const arms = new Map(keys.map(({ label, arm }) => [label, arm]));
	const { revealedSeed } = study;
	if (revealedSeed === null) return { arms, read: () => null };
	const draws = await drawsOf(allocator);
	const ids = study.protocol.arms.map(({ id }) => id);
	const read = (session: string, guess: string) => {
		const drawn = draws.get(session);
		return drawn ? guessedArm(guess, ids, participantSeed(revealedSeed, drawn.pool, drawn.draw)) : null;
	};
	return { arms, read };
}

async function drawsOf(allocator: Allocator): Promise<Map<string, { readonly pool: string; readonly draw: number }>> {
	const draws = new Map<string, { readonly pool: string; readonly draw: number }>();
	for (let from: number | null = 0; from !== null; ) {
		const page = await allocator.exportLog(from);
		for (const { entry } of page.lines) if (entry.kind === "allocated") draws.set(entry.session, entry);
		from = page.next;
	}
	return draws;
}
