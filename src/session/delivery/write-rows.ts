import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { sealRow } from "../../blinding/seals/seal-keys.ts";
import { blockIdOf, callIdOf, hiddenIdOf, openReplies, sealedReplies } from "../../blinding/seals/sealed-reply-rows.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import { overwriteAndDelete, zeros } from "../../db/overwrite.ts";
import { audit } from "../../db/tables/access.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { modelCalls, sealedDeviations } from "../../db/tables/sealed.ts";
import {
	answers,
	behaviour,
	candidates,
	conversations,
	deviations,
	exits,
	participantIdentities,
	rankings,
	ratings,
	reentries,
	replyReports,
	sessions,
	turns,
} from "../../db/tables/sessions.ts";
import { studies, warnings } from "../../db/tables/studies.ts";
import type { Erasure, Insertion, ReplyWrite, SealingUpsert, Upsert, Write } from "../projection/writes.ts";
import { fitsRow, ROW_SET_ASIDE } from "./set-aside-rows.ts";

const TABLES = {
	sessions,
	participantIdentities,
	reentries,
	conversations,
	turns,
	candidates,
	ratings,
	rankings,
	answers,
	behaviour,
	deviations,
	exits,
	replyReports,
} satisfies Record<Upsert["into"], SQLiteTable>;

type Statement = BatchItem<"sqlite">;

export type RowWriting = {
	readonly d1: D1Database;
	/** Under a `single` blind, and once the study is unblinded, the calls of models are written open. */
	readonly blinded: boolean;
	/** As the session itself knows it: D1 could name another study, which is unblinded. */
	readonly studyId: string;
	/** Asked where D1 says that the study was unblinded then: is it, by its allocator? */
	readonly isUnblinded: (since: string) => Promise<boolean>;
	/** Of this session and known to nobody else: ids of calls that could be derived would tie them to their turns. */
	readonly secret: string;
	/** Opens the calls of the session's log. */
	readonly cipher?: Cipher;
	/** The length of every sealed reply, in bytes. */
	readonly block: number;
	/** The rows of a session that was erased which say of no session: of its model calls, and of its hidden deviations. */
	readonly erasedRows: readonly string[];
};

/**
 * Writes all rows in one transaction of D1, or none. One statement a row: D1 takes 100 parameters a statement. Gives the rows
 * that are larger than D1 takes; those are left out.
 *
 * The same transaction reads whether the study is marked as unblinded by now. Either it is not, and unblinding, which marks the study
 * before it looks for sealed rows, finds these; or it is, and they are written again, open. The mark alone opens nothing: whoever writes
 * D1 could set it, so the allocator has to confirm it.
 */
export async function writeRows(writing: RowWriting, writes: readonly Write[]): Promise<readonly Write[]> {
	const db = drizzle(writing.d1);
	const made = await Promise.all(
		writes.map(async (write) => ({ write, statements: await statementsOf(db, writing, write) })),
	);
	const tooLarge = made.filter((each) => !each.statements.every(fitsRow)).map(({ write }) => write);
	const statements = made.flatMap((each) => (tooLarge.includes(each.write) ? [] : each.statements));
	const unblinded = db.select({ at: studies.unblindedAt }).from(studies).where(eq(studies.id, writing.studyId));
	const [[study]] = await db.batch([unblinded, ...statements]);
	if (!writing.blinded || !study?.at || writes.length === 0) return tooLarge;
	const isUnblinded = await writing.isUnblinded(study.at);
	return isUnblinded ? writeRows({ ...writing, blinded: false }, writes) : tooLarge;
}

/** Before a session's rows are written again from the first: those that were set aside may fit now. */
export async function forgetSetAside({ d1 }: RowWriting, sessionId: string): Promise<void> {
	const ofSession = and(eq(deviations.sessionId, sessionId), eq(deviations.kind, ROW_SET_ASIDE));
	await drizzle(d1).delete(deviations).where(ofSession);
}

async function statementsOf(db: DrizzleD1Database, writing: RowWriting, write: Write): Promise<Statement[]> {
	if (write.into === "nowhere") return erasures(db, write, writing.erasedRows);
	if (write.into === "replies")
		return writing.blinded ? sealedReply(db, writing, write) : openReply(db, writing, write);
	if (write.into === "audit" || write.into === "warnings") return [insertion(db, write)];
	if (write.into === "sealing") return upserts(db, write.upsert, await sealing(writing, write));
	if (write.into === "withholding") return upserts(db, write.upsert, writing.blinded ? { [write.column]: null } : {});
	return upserts(db, write);
}

/** One row a candidate, once nothing more is done for it. */
async function sealedReply(db: DrizzleD1Database, writing: RowWriting, write: ReplyWrite): Promise<Statement[]> {
	if (!write.isFinal) return [];
	const rows = await sealedReplies(write.of, { ...writing, sealTo: write.sealTo, size: writing.block });
	return [...rows.map((row) => callUpsert(db, row)), ...earlierForms(db, writing, write, rows)];
}

/** A row a call and a discarded text. They take the place of what was written under seal before the unblinding. */
async function openReply(db: DrizzleD1Database, writing: RowWriting, write: ReplyWrite): Promise<Statement[]> {
	const { of } = write;
	const replies = openReplies(of, writing);
	const rows = replies.flatMap(({ calls }) => calls.map((call) => ({ ...call, sealed: null })));
	const retries = db.update(turns).set({ retries: of.retries }).where(eq(turns.id, of.turnId));
	return [
		...earlierForms(db, writing, write, rows),
		...rows.map((row) => callUpsert(db, row)),
		...of.deviations.flatMap((row) => upserts(db, { into: "deviations", row })),
		...(write.isFinal && of.retries > 0 ? [retries] : []),
	];
}

const callUpsert = (db: DrizzleD1Database, row: typeof modelCalls.$inferInsert): Statement =>
	db
		.insert(modelCalls)
		.values(row)
		.onConflictDoUpdate({ target: modelCalls.id, set: replacing(modelCalls) });

/** Rows of the same calls and discarded texts under other ids: sealed as earlier versions did, a row each, or as one before the unblinding. */
function earlierForms(
	db: DrizzleD1Database,
	writing: RowWriting,
	{ of }: ReplyWrite,
	rows: readonly { readonly id: string }[],
): Statement[] {
	const written = new Set(rows.map(({ id }) => id));
	const { secret } = writing;
	const blocks = of.slots.map(({ slot }) => blockIdOf(secret, of.firstStep, slot));
	const ids = [...blocks, ...of.calls.map((call) => callIdOf(writing, call))].filter((id) => !written.has(id));
	const hidden = of.deviations.map(({ id }) => hiddenIdOf(secret, id));
	return [
		...evenly(ids).map((some) => db.delete(modelCalls).where(inArray(modelCalls.id, some))),
		...evenly(hidden).map((some) => db.delete(sealedDeviations).where(inArray(sealedDeviations.id, some))),
	];
}

/** One statement of one length: D1 keeps how often each of its statements ran, and how many calls there were would show in them. */
const evenly = (ids: readonly string[]): string[][] =>
	chunked(ids.length === 0 ? [NO_ROW] : ids, IDS_A_STATEMENT).map((some) =>
		Array.from({ length: IDS_A_STATEMENT }, (_, place) => some[place] ?? NO_ROW),
	);
const NO_ROW = "none";

async function sealing({ blinded }: RowWriting, { column, value, block, sealTo }: SealingUpsert) {
	return { [column]: blinded ? await sealRow(sealTo, value, block) : value };
}

type Columns = Readonly<Record<string, string | null>>;

function upserts(db: DrizzleD1Database, { into, row, earlierId }: Upsert, more: Columns = {}): Statement[] {
	const table: SQLiteTable = TABLES[into];
	const target = keyOf(table);
	const upsert = db
		.insert(table)
		.values({ ...row, ...more })
		.onConflictDoUpdate({ target, set: replacing(table) });
	return earlierId === undefined ? [upsert] : [db.delete(table).where(eq(target, earlierId)), upsert];
}

const insertion = (db: DrizzleD1Database, write: Insertion): Statement =>
	write.into === "audit"
		? db.insert(audit).values(write.row).onConflictDoNothing()
		: db.insert(warnings).values(write.row).onConflictDoNothing();

function keyOf(table: SQLiteTable): SQLiteColumn {
	const key = Object.values(getTableColumns(table)).find((column) => column.primary);
	if (!key) throw new Error("a table without a key of one column");
	return key;
}

/** Every column from the row that is being written. */
function replacing(table: SQLiteTable): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.primary);
	return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]));
}

/** D1 takes 100 parameters a statement. */
const IDS_A_STATEMENT = 90;

function erasures(
	db: DrizzleD1Database,
	{ sessionId, studyId, participantId, profileId, knownAs }: Erasure,
	sealed: readonly string[],
): Statement[] {
	const said = [
		conversations,
		turns,
		candidates,
		ratings,
		rankings,
		answers,
		behaviour,
		deviations,
		reentries,
		replyReports,
	];
	return [
		...said.flatMap((table) => overwriteAndDelete(db, table, eq(table.sessionId, sessionId))),
		...overwriteAndDelete(db, participantIdentities, eq(participantIdentities.participantId, participantId)),
		...chunked(sealed, IDS_A_STATEMENT).flatMap((ids) => [
			...overwriteAndDelete(db, modelCalls, inArray(modelCalls.id, ids)),
			...overwriteAndDelete(db, sealedDeviations, inArray(sealedDeviations.id, ids)),
		]),
		// The row of the session stays. It is written again with nothing of theirs.
		db
			.update(sessions)
			.set({ attributes: zeros(sessions.attributes) })
			.where(eq(sessions.id, sessionId)),
		...adaptersErasure(db, studyId, [participantId, ...knownAs], profileId),
		...(profileId === null ? [] : profileErasures(db, studyId, profileId)),
	];
}

/** Before `profile_people`, whose ids an adapter may have been registered for. A shared one is nobody's. */
const adaptersErasure = (db: DrizzleD1Database, studyId: string, of: readonly string[], profileId: string | null) => {
	const ids = db
		.select({ id: profilePeople.participantId })
		.from(profilePeople)
		.where(and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId ?? "")));
	const theirs = [...of, ...(profileId === null ? [] : [profileId])];
	const areTheirs = or(inArray(adapters.participantId, theirs), inArray(adapters.participantId, ids));
	return overwriteAndDelete(db, adapters, and(eq(adapters.studyId, studyId), areTheirs));
};

/** What was loaded of them goes too, and with it the way back in. */
const profileErasures = (db: DrizzleD1Database, studyId: string, profileId: string): Statement[] => [
	...overwriteAndDelete(db, profiles, and(eq(profiles.studyId, studyId), eq(profiles.participantId, profileId))),
	...overwriteAndDelete(
		db,
		profilePeople,
		and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId)),
	),
];

const chunked = (ids: readonly string[], size: number): string[][] =>
	Array.from({ length: Math.ceil(ids.length / size) }, (_, chunk) => ids.slice(chunk * size, (chunk + 1) * size));
