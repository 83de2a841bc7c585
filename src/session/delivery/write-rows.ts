import { and, eq, inArray, or } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { sealRow } from "../../blinding/seals/seal-keys.ts";
import { blockIdOf, callIdOf, hiddenIdOf, openReplies, sealedReplies } from "../../blinding/seals/sealed-reply-rows.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import { overwriteAndDelete } from "../../db/overwrite.ts";
import { inOneBatch, type Query, queryOf, upsertQuery } from "../../db/queries.ts";
import { keyOf } from "../../db/replace-row.ts";
import { isOfSession } from "../../db/session-id-range.ts";
import { audit } from "../../db/tables/access.ts";
import { formAnswers, rankings, ratings } from "../../db/tables/answers.ts";
import { candidates, conversations, replyReports, turns } from "../../db/tables/conversations.ts";
import { judgementLabels, judgements } from "../../db/tables/judgements.ts";
import { participantIdentities, reentries, submissions } from "../../db/tables/participants.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { modelCalls, sealedDeviations } from "../../db/tables/sealed.ts";
import { behaviour, deviations, exits, sessionAttributes, sessions } from "../../db/tables/sessions.ts";
import { studies, warnings } from "../../db/tables/studies.ts";
import { isAmong, simulationErasures } from "../../personalisation/profiles/simulation-erasures.ts";
import type { Erasure, Insertion, ReplyWrite, SealingUpsert, Upsert, Write } from "../projection/writes.ts";
import { fitsRow, ROW_SET_ASIDE } from "./set-aside-rows.ts";

const TABLES = {
	sessions,
	sessionAttributes,
	participantIdentities,
	reentries,
	submissions,
	conversations,
	turns,
	candidates,
	ratings,
	rankings,
	formAnswers,
	behaviour,
	deviations,
	exits,
	replyReports,
} satisfies Record<Upsert["into"], SQLiteTable>;

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
	const [study] = await inOneBatch<{ unblinded_at: string | null }>(writing.d1, [unblinded.toSQL(), ...statements]);
	if (!writing.blinded || !study?.unblinded_at || writes.length === 0) return tooLarge;
	const isUnblinded = await writing.isUnblinded(study.unblinded_at);
	return isUnblinded ? writeRows({ ...writing, blinded: false }, writes) : tooLarge;
}

/** Before a session's rows are written again from the first event. Rows that were set aside may fit now. */
export async function forgetSetAside({ d1 }: RowWriting, sessionId: string): Promise<void> {
	const ofSession = and(eq(deviations.sessionId, sessionId), eq(deviations.kind, ROW_SET_ASIDE));
	await drizzle(d1).delete(deviations).where(ofSession);
}

async function statementsOf(db: DrizzleD1Database, writing: RowWriting, write: Write): Promise<Query[]> {
	if (write.into === "nowhere") return erasures(db, write, writing.erasedRows).map(queryOf);
	if (write.into === "replies")
		return writing.blinded ? sealedReply(db, writing, write) : openReply(db, writing, write);
	if (write.into === "audit" || write.into === "warnings") return [insertion(db, write)];
	if (write.into === "sealing") return upserts(db, write.upsert, await sealing(writing, write));
	if (write.into === "withholding") return upserts(db, write.upsert, writing.blinded ? { [write.column]: null } : {});
	return upserts(db, write);
}

/** One row for each candidate, once its reply is final. */
async function sealedReply(db: DrizzleD1Database, writing: RowWriting, write: ReplyWrite): Promise<Query[]> {
	if (!write.isFinal) return [];
	const rows = await sealedReplies(write.of, { ...writing, sealTo: write.sealTo, size: writing.block });
	return [...rows.map((row) => upsertQuery(db, modelCalls, row)), ...earlierForms(db, writing, write, rows)];
}

/** One row for each call and each discarded text. They replace the sealed rows from before unblinding. */
async function openReply(db: DrizzleD1Database, writing: RowWriting, write: ReplyWrite): Promise<Query[]> {
	const { of } = write;
	const replies = openReplies(of, writing);
	const rows = replies.flatMap(({ calls }) => calls.map((call) => ({ ...call, sealed: null })));
	const retries = db.update(turns).set({ retries: of.retries }).where(eq(turns.id, of.turnId));
	return [
		...earlierForms(db, writing, write, rows),
		...rows.map((row) => upsertQuery(db, modelCalls, row)),
		...of.deviations.flatMap((row) => upserts(db, { into: "deviations", row })),
		...(write.isFinal && of.retries > 0 ? [retries.toSQL()] : []),
	];
}

/**
 * Rows of the same calls and discarded texts under other ids: sealed rows of earlier versions, and sealed replies from
 * before unblinding.
 */
function earlierForms(
	db: DrizzleD1Database,
	writing: RowWriting,
	{ of }: ReplyWrite,
	rows: readonly { readonly id: string }[],
): Query[] {
	const written = new Set(rows.map(({ id }) => id));
	const { secret } = writing;
	const blocks = of.slots.map(({ slot }) => blockIdOf(secret, of.firstStep, slot));
	const ids = [...blocks, ...of.calls.map((call) => callIdOf(writing, call))].filter((id) => !written.has(id));
	const hidden = of.deviations.map(({ id }) => hiddenIdOf(secret, id));
	return [
		...evenly(ids).map((some) => db.delete(modelCalls).where(inArray(modelCalls.id, some)).toSQL()),
		...evenly(hidden).map((some) => db.delete(sealedDeviations).where(inArray(sealedDeviations.id, some)).toSQL()),
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

function upserts(db: DrizzleD1Database, { into, row, earlierId, same }: Upsert, more: Columns = {}): Query[] {
	const table: SQLiteTable = TABLES[into];
	const upsert = upsertQuery(db, table, { ...row, ...more }, same);
	const [id] = keyOf(table);
	return earlierId === undefined || !id ? [upsert] : [db.delete(table).where(eq(id, earlierId)).toSQL(), upsert];
}

const insertion = (db: DrizzleD1Database, write: Insertion): Query =>
	(write.into === "audit"
		? db.insert(audit).values(write.row).onConflictDoNothing()
		: db.insert(warnings).values(write.row).onConflictDoNothing()
	).toSQL();

/** D1 takes 100 parameters per statement. */
const IDS_PER_STATEMENT = 90;

function erasures(
	db: DrizzleD1Database,
	{ sessionId, studyId, participantId, profileId, knownAs }: Erasure,
	sealed: readonly string[],
): BatchItem<"sqlite">[] {
	const tables = [
		sessionAttributes,
		conversations,
		turns,
		candidates,
		ratings,
		rankings,
		behaviour,
		deviations,
		reentries,
		submissions,
		replyReports,
		judgements,
		judgementLabels,
	];
	return [
		...tables.flatMap((table) => overwriteAndDelete(db, table, eq(table.sessionId, sessionId))),
		...overwriteAndDelete(db, formAnswers, isOfSession(formAnswers.id, sessionId)),
		...overwriteAndDelete(db, participantIdentities, eq(participantIdentities.participantId, participantId)),
		...chunked(sealed, IDS_PER_STATEMENT).flatMap((ids) => [
			...overwriteAndDelete(db, modelCalls, inArray(modelCalls.id, ids)),
			...overwriteAndDelete(db, sealedDeviations, inArray(sealedDeviations.id, ids)),
		]),
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
const profileErasures = (db: DrizzleD1Database, studyId: string, profileId: string): BatchItem<"sqlite">[] => [
	...overwriteAndDelete(db, profiles, and(eq(profiles.studyId, studyId), eq(profiles.participantId, profileId))),
	...overwriteAndDelete(
		db,
		profilePeople,
		and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId)),
	),
];

const chunked = (ids: readonly string[], size: number): string[][] =>
	Array.from({ length: Math.ceil(ids.length / size) }, (_, chunk) => ids.slice(chunk * size, (chunk + 1) * size));
