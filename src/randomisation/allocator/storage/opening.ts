import type { Cipher } from "../../../crypto/cipher.ts";
import { zerosFor } from "../../../shared/zeros.ts";
import type { OpeningRecord, Quota } from "../../draw/scheme.ts";
import { ALL_FIXED, type AllocatorOpening, type ArmInput } from "../allocator-client.ts";

/** The opening with its secrets, and the part that the log shows. */
export type StoredOpening = {
	readonly opening: AllocatorOpening;
	readonly record: OpeningRecord;
	/** When the seed was given out. */
	readonly revealedAt: string | null;
};

/** The seed and the sealing key are encrypted, so that reading this database is not enough to draw or to unblind. */
const ABOUT = "opening";

export function readOpening(sql: SqlStorage, cipher: Cipher): StoredOpening | null {
	type Row = { opening: string; record: string; revealed_at: string | null };
	const [row] = sql.exec<Row>("SELECT opening, record, revealed_at FROM opening").toArray();
	if (!row) return null;
	const opening: AllocatorOpening = JSON.parse(cipher.openText(row.opening, ABOUT));
	const current = { ...opening, sealedArms: renewedSeal(opening.sealedArms, cipher) };
	if (!cipher.isCurrent(row.opening)) {
		sql.exec(`UPDATE opening SET opening = ${zerosFor("opening")}`);
		sql.exec("UPDATE opening SET opening = ?", cipher.sealText(JSON.stringify(current), ABOUT));
	}
	return { opening: current, record: JSON.parse(row.record), revealedAt: row.revealed_at };
}

/** For openings from before seals were encrypted, or under a replaced secret. */
const renewedSeal = (sealed: string, cipher: Cipher): string =>
	cipher.isCurrent(sealed) ? sealed : cipher.seal(cipher.open(sealed));

export const insertOpening = (sql: SqlStorage, { opening, record }: StoredOpening, cipher: Cipher): void => {
	const text = cipher.sealText(JSON.stringify(opening), ABOUT);
	sql.exec("INSERT INTO opening VALUES (1, ?, ?, NULL)", text, JSON.stringify(record));
};

export const updateRevealed = (sql: SqlStorage, revealedAt: string): void => {
	sql.exec("UPDATE opening SET revealed_at = ?", revealedAt);
};

export const insertGivenUp = (sql: SqlStorage, attempt: string): void => {
	sql.exec("INSERT INTO given_up VALUES (?) ON CONFLICT DO NOTHING", attempt);
};

export const isGivenUp = (sql: SqlStorage, attempt: string): boolean =>
	sql.exec("SELECT 1 FROM given_up WHERE attempt = ?", attempt).toArray().length > 0;

export function writeInputs(sql: SqlStorage, inputs: readonly ArmInput[]): void {
	const upsert = "INSERT INTO inputs VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash";
	for (const { name, hash } of inputs)
		if (hash === null) sql.exec("DELETE FROM inputs WHERE name = ?", name);
		else sql.exec(upsert, name, hash);
}

export function readInputs(sql: SqlStorage, names: readonly string[]): Record<string, string> | null {
	const hashOf = (name: string) =>
		sql.exec<{ hash: string }>("SELECT hash FROM inputs WHERE name = ?", name).toArray()[0]?.hash;
	if (hashOf(ALL_FIXED.name) === undefined) return null;
	return Object.fromEntries(
		names.flatMap((name) => {
			const hash = hashOf(name);
			return hash === undefined ? [] : [[name, hash]];
		}),
	);
}

/** The quota that replaced the opening's. Undefined if it never changed. */
export function readQuota(sql: SqlStorage): Quota | null | undefined {
	const [row] = sql.exec<{ quota: string }>("SELECT quota FROM quota").toArray();
	return row && JSON.parse(row.quota);
}

export const writeQuota = (sql: SqlStorage, quota: Quota | null): void => {
	sql.exec(
		"INSERT INTO quota VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET quota = excluded.quota",
		JSON.stringify(quota),
	);
};

/** A moment at which the quota became full, until the study's webhooks know it. `nth` never repeats. */
export type FullQuota = { readonly nth: number; readonly at: string };

export const insertFull = (sql: SqlStorage, at: string): void => {
	sql.exec("INSERT INTO full_quota (at) VALUES (?)", at);
};

export const readFull = (sql: SqlStorage): FullQuota[] =>
	sql.exec<FullQuota>("SELECT nth, at FROM full_quota ORDER BY nth").toArray();

export const deleteFull = (sql: SqlStorage, nth: number): void => {
	sql.exec("DELETE FROM full_quota WHERE nth = ?", nth);
};
