import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { ArmKeyRow } from "../blinding/labels/arm-key.ts";
import type { Database } from "../db/database.ts";
import { armKeys, replyPace, studies, studySettings, studyVersions, warnings } from "../db/tables/studies.ts";
import { protocolHash as hashOf } from "../protocol/parse/parse.ts";
import { type Protocol, protocolSchema } from "../protocol/schema/schema.ts";
import { type SettingsVersion, withSettings } from "../protocol/settings/settings.ts";
import type { Pool } from "../randomisation/draw/pool.ts";
import { derivedId, isId } from "../shared/id.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { settingsOf, settingsQuery } from "./settings/stored-settings.ts";

type StudyRow = typeof studies.$inferSelect;

/** A study with its protocol. `pseudonymKey` stays on the server; `withOpenKey` opens it. */
export type StudyRecord = Readonly<StudyRow> & {
	/** As it was opened. `inForce` has the settings that changed since. */
	readonly protocol: Protocol;
	/** Null if no setting changed since the opening. */
	readonly settings: SettingsVersion | null;
};

/** The protocol with the settings that are in force: what admits participants and lets them leave. */
export const inForce = ({ protocol, settings }: Pick<StudyRecord, "protocol" | "settings">): Protocol =>
	withSettings(protocol, settings?.settings);

/** By its slug or id. Null if there is none. */
export async function findStudy(db: Database, slugOrId: string): Promise<StudyRecord | null> {
	const [rows, stored] = await db.batch(studyQueries(db, slugOrId));
	return studyOf(db, rows, stored);
}

/** What D1 has of a study: one request, because each participant who arrives waits for it. */
export function studyQueries(db: Database, slugOrId: string) {
	const named = isId("study", slugOrId) ? eq(studies.id, slugOrId) : eq(studies.slug, slugOrId);
	const ids = db.select({ id: studies.id }).from(studies).where(named);
	const settings = settingsQuery(db, inArray(studySettings.studyId, ids));
	return [db.select().from(studies).where(named), settings] as const;
}

/** From the rows that `studyQueries` found. */
export async function studyOf(
	db: Database,
	[row]: readonly StudyRow[],
	settings: Parameters<typeof settingsOf>[0],
): Promise<StudyRecord | null> {
	return row ? { ...row, protocol: await protocolOf(db, row), settings: settingsOf(settings) } : null;
}

/**
 * Parsed protocols by hash. A hash always means the same protocol, so no entry becomes outdated. The limit is for a Worker
 * that lives long and serves many drafts.
 */
const parsed = new Map<string, Protocol>();
const MAX_CACHED_PROTOCOLS = 64;

async function protocolOf(db: Database, { id, version, protocolHash }: StudyRow): Promise<Protocol> {
	const known = parsed.get(protocolHash);
	if (known) return known;
	const [row] = await db
		.select({ protocol: studyVersions.protocol, hash: studyVersions.protocolHash })
		.from(studyVersions)
		.where(and(eq(studyVersions.studyId, id), eq(studyVersions.version, version)));
	if (!row) throw new Error("the study has no version");
	// Anybody with access to D1 could otherwise make a study single blind, and have its calls written open.
	if (row.hash !== protocolHash || hashOf(row.protocol as Protocol) !== protocolHash)
		throw new ProblemError(CHANGED_OUTSIDE);
	const protocol = protocolSchema.parse(row.protocol);
	if (parsed.size >= MAX_CACHED_PROTOCOLS) parsed.clear();
	parsed.set(protocolHash, protocol);
	return protocol;
}

const CHANGED_OUTSIDE: Problem = {
	code: "internal",
	detail: "The stored protocol does not have the study's hash. Restore it in the database.",
};

/** The inserts of a new draft. Fails on the unique index if the slug is taken. */
export function draftInserts(db: Database, study: StudyRow, protocol: Protocol) {
	const version = {
		studyId: study.id,
		version: study.version,
		protocolHash: study.protocolHash,
		protocol,
		createdAt: study.createdAt,
		openedAt: null,
	};
	return [db.insert(studies).values(study), db.insert(studyVersions).values(version)] as const;
}

/** A draft without an opening attempt. An opening sets `openedAt` before the allocator gets the protocol. */
const editable = (id: string) => and(eq(studies.id, id), eq(studies.status, "draft"), isNull(studies.openedAt));

export const isEditable = (id: string): SQL => sql`exists (select 1 from ${studies} where ${editable(id)})`;

/** Writes another protocol into a draft. Changes nothing if it is no draft any more. */
export function draftUpdates(db: Database, id: string, protocol: Protocol, protocolHash: string) {
	return [
		db
			.update(studyVersions)
			.set({ protocol, protocolHash })
			.where(and(eq(studyVersions.studyId, id), isEditable(id))),
		db.update(studies).set({ protocolHash, title: protocol.title }).where(editable(id)),
	] as const;
}

/**
 * Claims a draft for opening, and returns the time of the first claim, which is the name of the attempt. The protocol then
 * stays until the attempt is given up, because the allocator may have it already.
 */
export const openingClaim = (db: Database, { id, protocolHash }: StudyRow, openedAt: string) =>
	db
		.update(studies)
		.set({ openedAt: sql`coalesce(${studies.openedAt}, ${openedAt})` })
		.where(and(eq(studies.id, id), eq(studies.status, "draft"), eq(studies.protocolHash, protocolHash)))
		.returning({ attempt: studies.openedAt });

/** Makes a claimed draft editable again, after its allocator has given up the attempt. */
export const claimRelease = (db: Database, id: string, attempt: string) =>
	db
		.update(studies)
		.set({ openedAt: null })
		.where(and(eq(studies.id, id), eq(studies.status, "draft"), eq(studies.openedAt, attempt)));

export type AllocatorKey = { readonly commitment: string; readonly armKey: readonly ArmKeyRow[] };

/** The writes that open a claimed draft. Idempotent. `armKey` is empty under a double blind. */
export function openingWrites(
	db: Database,
	{ id, version }: StudyRow,
	{ commitment, armKey }: AllocatorKey,
	openedAt: string,
) {
	const keys = armKey.map((key) => ({ studyId: id, ...key, revealedAt: openedAt }));
	return [
		db
			.update(studies)
			.set({ status: "open", seedCommitment: commitment, openedAt })
			.where(and(eq(studies.id, id), eq(studies.status, "draft"))),
		db
			.update(studyVersions)
			.set({ openedAt })
			.where(and(eq(studyVersions.studyId, id), eq(studyVersions.version, version))),
		...keys.map((key) => db.insert(armKeys).values(key).onConflictDoNothing()),
	] as const;
}

export const hasStatus = (id: string, status: StudyRow["status"]): SQL =>
	sql`exists (select 1 from ${studies} where ${studies.id} = ${id} and ${studies.status} = ${status})`;

/** A change of status, only from the given one. */
export const statusUpdate = (db: Database, id: string, from: StudyRow["status"], set: Partial<StudyRow>) =>
	db
		.update(studies)
		.set(set)
		.where(and(eq(studies.id, id), eq(studies.status, from)));

/** The published arm key. Empty while a double-blind study is blinded. */
export const armKeyOf = (db: Database, studyId: string) =>
	db
		.select({ label: armKeys.label, arm: armKeys.arm, pool: armKeys.pool })
		.from(armKeys)
		.where(eq(armKeys.studyId, studyId))
		.orderBy(armKeys.label);

/** The published arm key of a study that the allocator calls open. Rows that somebody else put there are ignored. */
export const publishedArmKeyOf = async (db: Database, { id, unblindedAt, protocol }: StudyRecord) =>
	unblindedAt === null && protocol.blinding.level === "double" ? [] : armKeyOf(db, id);

/** `detail` holds numbers, a `pointer` into the protocol, and the sentence as `means`. */
export type WarningToRaise = { readonly kind: string; readonly detail: Readonly<Record<string, string | number>> };

/** One row for each kind and time. A repeated call adds none. */
export const warningInserts = (db: Database, studyId: string, found: readonly WarningToRaise[], raisedAt: string) =>
	found.map(({ kind, detail }) => {
		const id = derivedId("warning", studyId, kind, raisedAt);
		return db.insert(warnings).values({ id, studyId, kind, detail, raisedAt }).onConflictDoNothing();
	});

/** Measured warnings, the newest first. They name no label. */
export const measuredWarnings = (db: Database, studyId: string) =>
	db
		.select({ kind: warnings.kind, detail: warnings.detail, raisedAt: warnings.raisedAt })
		.from(warnings)
		.where(eq(warnings.studyId, studyId))
		.orderBy(desc(warnings.raisedAt), desc(warnings.id))
		.limit(WARNINGS_SHOWN);

const WARNINGS_SHOWN = 50;

/** How many paced replies to participants were late. Null before it is published. */
export async function lateReplies(db: Database, studyId: string, pool: Pool) {
	// Nobody waits for the replies of simulated participants, so no pace is kept for them.
	if (pool === "simulated") return null;
	const { replies, late, share, publishedAt } = replyPace;
	const [row] = await db
		.select({ replies, late, share, publishedAt })
		.from(replyPace)
		.where(and(eq(replyPace.studyId, studyId), eq(replyPace.pool, pool)));
	return row ?? null;
}
