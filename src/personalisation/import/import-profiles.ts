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

/** What is in memory at once, beside what is known of the people on these lines. */
const LINES_A_BATCH = 100;
const CHARACTERS_A_BATCH = 1_000_000;
/** D1 keeps 2 MB in a row. */
const MOST_ROW_BYTES = 1_900_000;

type Read = { readonly number: number; readonly line: ProfileLine };

/**
 * Loads JSONL of any length, a batch at a time. A line that is faulty is reported by its number and the others are kept; a
 * stream that breaks off has loaded what came before. To load the same lines again changes nothing, and imports that run at
 * once lose nothing of each other.
 */
export async function importProfiles(stream: ReadableStream<Uint8Array>, deps: ImportDeps): Promise<ImportReport> {
	const tally = new Tally((line) => withUsableId(readProfileLine(line), deps));
	let batch: Read[] = [];
	let characters = 0;
	const flush = async () => {
		for (const number of await writeBatch(deps, batch)) tally.refuse(number, TOO_MUCH);
		batch = [];
		characters = 0;
	};
	for await (const { number, text } of linesOf(stream)) {
		const read = tally.read({ number, text });
		if (!read || !text.ok) continue;
		batch.push({ number, line: read });
		characters += text.value.length;
		if (batch.length >= LINES_A_BATCH || characters >= CHARACTERS_A_BATCH) await flush();
	}
	await flush();
	return tally.report();
}

function withUsableId(read: Result<ProfileLine, string>, { ids }: ImportDeps): Result<ProfileLine, string> {
	const fault = read.ok ? personFault(read.value.person, ids) : null;
	return fault === null ? read : err(`/participant: ${fault}`);
}

const TOO_MUCH = "With this line, what is known of the person no longer fits into a row.";

/** Another import that changes the same people in the same moment: so often is it tried again from what they are now. */
const TRIES = 5;

/** Gives the numbers of the lines that could not be kept. */
async function writeBatch(deps: ImportDeps, batch: readonly Read[]): Promise<number[]> {
	const refused: number[] = [];
	let left = batch;
	for (let tried = 1; left.length > 0; tried++) {
		if (tried > TRIES) throw new Error("other imports change the same people all the time");
		const { overtaken, tooLarge } = await tryBatch(deps, left);
		refused.push(...tooLarge);
		left = left.filter(({ number }) => overtaken.includes(number));
	}
	return refused;
}

type Tried = { readonly overtaken: readonly number[]; readonly tooLarge: readonly number[] };

async function tryBatch(deps: ImportDeps, batch: readonly Read[]): Promise<Tried> {
	const people = await People.of(
		deps,
		batch.map(({ line }) => line),
	);
	const loaded = (await loadedProfiles(deps, batch, people)).map(judged);
	const toWrite = loaded.filter(({ fate }) => fate === "write");
	const upserts = toWrite.map((entry) => profileUpsert(deps, entry));
	const [first, ...rest] = [...upserts, ...(await people.upserts())];
	const results: readonly unknown[] = first ? await deps.db.batch([first, ...rest]) : [];
	const overtaken = toWrite.flatMap(({ lines }, index) => (changesOf(results[index]) === 0 ? lines : []));
	const kept = loaded.filter(({ fate, lines }) => fate !== "too large" && !overtaken.includes(lines[0] ?? -1));
	await deps.known?.([
		...people.inputs(batch.map(({ line }) => line)),
		...kept.map(({ id, hash }) => profileInput(id, hash)),
	]);
	return {
		overtaken,
		tooLarge: loaded.flatMap(({ fate, lines }) => (fate === "too large" ? lines : [])),
	};
}

const changesOf = (result: unknown): number => (result as D1Result).meta.changes;

type Loaded = {
	readonly id: string;
	readonly profile: Profile;
	/** Of what was known before. */
	readonly hashBefore: string | null;
	readonly lines: readonly number[];
};

/** What is known of everybody on these lines, with what the lines say. */
async function loadedProfiles(deps: ImportDeps, batch: readonly Read[], people: People): Promise<Loaded[]> {
	const said = batch.flatMap(({ number, line }) =>
		line.kind === "same" ? [] : [{ number, line, id: people.profileIdOf(line.person) }],
	);
	const ids = [...new Set(said.map(({ id }) => id))];
	const rows = await inChunks(ids, (chunk) => profilesBy(deps.db, deps.study.id, chunk));
	const before = new Map(rows.map((row) => [row.participantId, row]));
	const loaded = new Map<string, Loaded>();
	for (const { number, line, id } of said) {
		const row = before.get(id);
		const unread = { id, profile: row ? profileOf(row) : NO_PROFILE, hashBefore: row?.dataHash ?? null, lines: [] };
		const known = loaded.get(id) ?? unread;
		loaded.set(id, { ...known, profile: withLine(known.profile, line), lines: [...known.lines, number] });
	}
	return [...loaded.values()];
}

type Judged = Loaded & { readonly hash: string; readonly fate: "write" | "unchanged" | "too large" };

function judged(loaded: Loaded): Judged {
	const hash = dataHashOf(loaded.profile);
	if (hash === loaded.hashBefore) return { ...loaded, hash, fate: "unchanged" };
	const bytes = new TextEncoder().encode(JSON.stringify(loaded.profile)).length;
	return { ...loaded, hash, fate: bytes > MOST_ROW_BYTES ? "too large" : "write" };
}

const withLine = (profile: Profile, line: Exclude<ProfileLine, { kind: "same" }>): Profile =>
	line.kind === "profile"
		? { ...profile, ...line.fields }
		: { ...profile, history: mergeHistories(profile.history, [line.conversation]) };

/** Writes only over what was read: where another import was faster, nothing changes. */
function profileUpsert(
	{ db, study, nowMs }: ImportDeps,
	{ id, profile, hash, hashBefore }: Judged,
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
