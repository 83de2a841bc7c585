import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { profiles } from "../../db/tables/personalisation.ts";
import { timestamp } from "../../shared/clock.ts";
import { err, type Result } from "../../shared/result.ts";
import { profileInput } from "../arms/arm-inputs.ts";
import { mergeHistories } from "../profiles/history.ts";
import { personFault, profileOf, profilesBy } from "../profiles/people.ts";
import { dataHashOf, NO_PROFILE, type Profile } from "../profiles/profile.ts";
import type { ProfileLine } from "../profiles/profile-line.ts";
import { type ImportDeps, inChunks, People } from "./import-people.ts";
import { type ImportReport, Tally } from "./import-report.ts";
import { linesOf } from "./read-lines.ts";
import { readProfileLine } from "./read-profile-line.ts";

/** Limits of one batch in memory, without the stored profiles of its people. */
const LINES_PER_BATCH = 100;
const CHARACTERS_PER_BATCH = 1_000_000;
/** D1 allows 2 MB in a row. */
const MOST_ROW_BYTES = 1_900_000;

type NumberedLine = { readonly number: number; readonly line: ProfileLine };

/**
 * Loads JSONL of any length in batches. Reports faulty lines by number and keeps the others; if the stream breaks off, earlier
 * lines stay loaded. Loading the same lines again changes nothing, and parallel imports do not overwrite each other.
 */
export async function importProfiles(stream: ReadableStream<Uint8Array>, deps: ImportDeps): Promise<ImportReport> {
	const tally = new Tally((line) => withUsableId(readProfileLine(line), deps));
	let batch: NumberedLine[] = [];
	let characters = 0;
	const flush = async () => {
		for (const number of await writeBatch(deps, batch)) tally.refuse(number, TOO_LARGE);
		batch = [];
		characters = 0;
	};
	for await (const { number, text } of linesOf(stream)) {
		const read = tally.read({ number, text });
		if (!read || !text.ok) continue;
		batch.push({ number, line: read });
		characters += text.value.length;
		if (batch.length >= LINES_PER_BATCH || characters >= CHARACTERS_PER_BATCH) await flush();
	}
	await flush();
	return tally.report();
}

function withUsableId(read: Result<ProfileLine, string>, { ids }: ImportDeps): Result<ProfileLine, string> {
	const fault = read.ok ? personFault(read.value.person, ids) : null;
	return fault === null ? read : err(`/participant: ${fault}`);
}

const TOO_LARGE = "With this line, the person's profile would be too large to store.";

/** How often a batch is retried if another import changes the same people at the same time. */
const TRIES = 5;

/** Returns the numbers of lines that could not be stored. */
async function writeBatch(deps: ImportDeps, batch: readonly NumberedLine[]): Promise<number[]> {
	const refused: number[] = [];
	let left = batch;
	for (let attempt = 1; left.length > 0; attempt++) {
		if (attempt > TRIES) throw new Error("other imports keep changing the same people");
		const { conflicts, tooLarge } = await tryBatch(deps, left);
		refused.push(...tooLarge);
		left = left.filter(({ number }) => conflicts.includes(number));
	}
	return refused;
}

type BatchResult = { readonly conflicts: readonly number[]; readonly tooLarge: readonly number[] };

async function tryBatch(deps: ImportDeps, batch: readonly NumberedLine[]): Promise<BatchResult> {
	const people = await People.of(
		deps,
		batch.map(({ line }) => line),
	);
	const loaded = (await loadedProfiles(deps, batch, people)).map(checked);
	const toWrite = loaded.filter(({ fate }) => fate === "write");
	const upserts = toWrite.map((entry) => profileUpsert(deps, entry));
	const [first, ...rest] = [...upserts, ...(await people.upserts())];
	const results: readonly unknown[] = first ? await deps.db.batch([first, ...rest]) : [];
	const conflicts = toWrite.flatMap(({ lines }, index) => (changesOf(results[index]) === 0 ? lines : []));
	const kept = loaded.filter(({ fate, lines }) => fate !== "too large" && !conflicts.includes(lines[0] ?? -1));
	await deps.onInputs?.([
		...people.inputs(batch.map(({ line }) => line)),
		...kept.map(({ id, hash }) => profileInput(id, hash)),
	]);
	return {
		conflicts,
		tooLarge: loaded.flatMap(({ fate, lines }) => (fate === "too large" ? lines : [])),
	};
}

const changesOf = (result: unknown): number => (result as D1Result).meta.changes;

type Loaded = {
	readonly id: string;
	readonly profile: Profile;
	/** The hash of the profile before this import. */
	readonly hashBefore: string | null;
	readonly lines: readonly number[];
};

/** The stored profiles of the people on these lines, with the lines applied. */
async function loadedProfiles(deps: ImportDeps, batch: readonly NumberedLine[], people: People): Promise<Loaded[]> {
	const entries = batch.flatMap(({ number, line }) =>
		line.kind === "same" ? [] : [{ number, line, id: people.profileIdOf(line.person) }],
	);
	const ids = [...new Set(entries.map(({ id }) => id))];
	const rows = await inChunks(ids, (chunk) => profilesBy(deps.db, deps.study.id, chunk));
	const before = new Map(rows.map((row) => [row.participantId, row]));
	const loaded = new Map<string, Loaded>();
	for (const { number, line, id } of entries) {
		const row = before.get(id);
		const unread = { id, profile: row ? profileOf(row) : NO_PROFILE, hashBefore: row?.dataHash ?? null, lines: [] };
		const soFar = loaded.get(id) ?? unread;
		loaded.set(id, { ...soFar, profile: withLine(soFar.profile, line), lines: [...soFar.lines, number] });
	}
	return [...loaded.values()];
}

type CheckedProfile = Loaded & { readonly hash: string; readonly fate: "write" | "unchanged" | "too large" };

function checked(loaded: Loaded): CheckedProfile {
	const hash = dataHashOf(loaded.profile);
	if (hash === loaded.hashBefore) return { ...loaded, hash, fate: "unchanged" };
	const bytes = new TextEncoder().encode(JSON.stringify(loaded.profile)).length;
	return { ...loaded, hash, fate: bytes > MOST_ROW_BYTES ? "too large" : "write" };
}

const withLine = (profile: Profile, line: Exclude<ProfileLine, { kind: "same" }>): Profile =>
	line.kind === "profile"
		? { ...profile, ...line.fields }
		: { ...profile, history: mergeHistories(profile.history, [line.conversation]) };

/** Writes only if the row is unchanged since it was read. If another import was faster, nothing is written. */
function profileUpsert(
	{ db, study, nowMs }: ImportDeps,
	{ id, profile, hash, hashBefore }: CheckedProfile,
): BatchItem<"sqlite"> {
	const row = { ...profile, dataHash: hash, loadedAt: timestamp(nowMs) };
	return db
		.insert(profiles)
		.values({ studyId: study.id, participantId: id, ...row })
		.onConflictDoUpdate({
			target: [profiles.studyId, profiles.participantId],
			set: row,
			setWhere: eq(profiles.dataHash, hashBefore ?? ""),
		});
}
