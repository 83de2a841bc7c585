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
	submissions,
	turns,
} from "../../db/tables/sessions.ts";
import { studies, warnings } from "../../db/tables/studies.ts";
import { isAmong, simulationErasures } from "../../personalisation/profiles/simulation-erasures.ts";
import type { Erasure, Insertion, ReplyWrite, SealingUpsert, Upsert, Write } from "../projection/writes.ts";
import { fitsRow, ROW_SET_ASIDE } from "./set-aside-rows.ts";

const TABLES = {
	sessions,
	participantIdentities,
	reentries,
	submissions,
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
	/** False in single-blind studies and after unblinding: model calls are then written open. */
	readonly blinded: boolean;
	/** From the session itself. D1 could name another study that is unblinded. */
	readonly studyId: string;
	/** Asks the allocator, if D1 says that the study was unblinded at this time. */
	readonly isUnblinded: (since: string) => Promise<boolean>;
	/** The session's secret. Ids of calls that anybody could derive would connect the calls with their turns. */
	readonly secret: string;
	/** Opens the calls in the session's log. */
	readonly cipher?: Cipher;
	/** Bytes of every sealed reply. */
	readonly block: number;
	/** Rows of an erased session that do not name it: its model calls and hidden deviations. */
	readonly erasedRows: readonly string[];
};

/**
 * Writes all rows in one D1 transaction, or none. Returns the rows that are too large, which are left out. Each row has a
 * statement of its own, because D1 takes 100 parameters per statement.
 *
 * The same transaction reads whether the study is marked as unblinded. If it is not, unblinding will find these sealed
 * rows, because it sets the mark first. If it is, the rows are written again, open. The allocator has to confirm the mark,
 * because anybody who can write to D1 could set it.
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

/** Before a session's rows are written again from the first event. Rows that were set aside may fit now. */
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

/** One row for each candidate, once its reply is final. */
async function sealedReply(db: DrizzleD1Database, writing: RowWriting, write: ReplyWrite): Promise<Statement[]> {
	if (!write.isFinal) return [];
	const rows = await sealedReplies(write.of, { ...writing, sealTo: write.sealTo, size: writing.block });
	return [...rows.map((row) => callUpsert(db, row)), ...earlierForms(db, writing, write, rows)];
}

/** One row for each call and each discarded text. They replace the sealed rows from before unblinding. */
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

/**
 * Rows of the same calls and discarded texts under other ids: sealed rows of earlier versions, and sealed replies from
 * before unblinding.
 */
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

/** All statements have the same length. D1 counts the runs of each statement, which would otherwise show the number of calls. */
const evenly = (ids: readonly string[]): string[][] =>
	chunked(ids.length === 0 ? [NO_SUCH_ID] : ids, IDS_PER_STATEMENT).map((some) =>
		Array.from({ length: IDS_PER_STATEMENT }, (_, place) => some[place] ?? NO_SUCH_ID),
	);
const NO_SUCH_ID = "none";

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
	if (!key) throw new Error("the table has no primary key of one column");
	return key;
}

/** Sets every column from the new row. */
function replacing(table: SQLiteTable): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.primary);
	return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]));
}

/** D1 takes 100 parameters per statement. */
const IDS_PER_STATEMENT = 90;

function erasures(
	db: DrizzleD1Database,
	{ sessionId, studyId, participantId, profileId, knownAs }: Erasure,
	sealed: readonly string[],
): Statement[] {
	const tables = [
		conversations,
		turns,
		candidates,
		ratings,
		rankings,
		answers,
		behaviour,
		deviations,
		reentries,
		submissions,
		replyReports,
	];
	return [
		...tables.flatMap((table) => overwriteAndDelete(db, table, eq(table.sessionId, sessionId))),
		...overwriteAndDelete(db, participantIdentities, eq(participantIdentities.participantId, participantId)),
		...chunked(sealed, IDS_PER_STATEMENT).flatMap((ids) => [
			...overwriteAndDelete(db, modelCalls, inArray(modelCalls.id, ids)),
			...overwriteAndDelete(db, sealedDeviations, inArray(sealedDeviations.id, ids)),
		]),
		// The session's row stays. It is written again without personal data.
		db
			.update(sessions)
			.set({ attributes: zeros(sessions.attributes) })
			.where(eq(sessions.id, sessionId)),
		...adaptersErasure(db, studyId, [participantId, ...knownAs], profileId),
		...simulationErasures(db, isAmong([participantId, ...knownAs, ...(profileId === null ? [] : [profileId])])),
		...(profileId === null ? [] : profileErasures(db, studyId, profileId)),
	];
}

/** Has to run before `profile_people` is erased, because adapters may be registered for its ids. Shared adapters stay. */
const adaptersErasure = (db: DrizzleD1Database, studyId: string, of: readonly string[], profileId: string | null) => {
	const ids = db
		.select({ id: profilePeople.participantId })
		.from(profilePeople)
		.where(and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId ?? "")));
	const theirs = [...of, ...(profileId === null ? [] : [profileId])];
	const areTheirs = or(inArray(adapters.participantId, theirs), inArray(adapters.participantId, ids));
	return overwriteAndDelete(db, adapters, and(eq(adapters.studyId, studyId), areTheirs));
};

/** Erases the loaded profile and the ids that lead to it. */
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
