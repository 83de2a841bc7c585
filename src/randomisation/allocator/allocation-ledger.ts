import type { Cipher } from "../../crypto/cipher.ts";
import { type Clock, timestamp } from "../../shared/clock.ts";
import { canonicalJson } from "../../shared/json.ts";
import { type StratumState, stratumKey } from "../draw/allocation.ts";
import { prepareSchemes, type Quota, type Schemes, withQuota } from "../draw/scheme.ts";
import { becameFull } from "../monitor/fullness.ts";
import { ratioWarning } from "../monitor/ratio-warning.ts";
import { commitmentTo, nextLine } from "./log-chain.ts";
import type { LogEntry } from "./log-entry.ts";
import * as log from "./storage/log.ts";
import * as openingStorage from "./storage/opening.ts";
import * as places from "./storage/places.ts";
import { createTables } from "./storage/tables.ts";

type OpenAllocation = openingStorage.StoredOpening & { readonly schemes: Schemes; readonly commitment: string };

/**
 * What a study's allocator keeps: its opening, its strata and its log. Every method is synchronous from reading to writing,
 * so that no other call comes in between, and memory changes only after the storage did.
 */
export class AllocationLedger {
	readonly #storage: DurableObjectStorage;
	readonly #cipher: Cipher;
	readonly #clock: Clock;
	#opened: OpenAllocation | null = null;
	#strata = new Map<string, StratumState>();
	#head: log.LogHead | null = null;

	constructor(objectStorage: DurableObjectStorage, cipher: Cipher, clock: Clock) {
		this.#storage = objectStorage;
		this.#cipher = cipher;
		this.#clock = clock;
		createTables(objectStorage.sql);
		this.load();
	}

	get sql(): SqlStorage {
		return this.#storage.sql;
	}

	/** Null before the study was opened. */
	get opened(): OpenAllocation | null {
		return this.#opened;
	}

	standing(): OpenAllocation {
		if (!this.#opened) throw new Error("this allocator was never opened");
		return this.#opened;
	}

	strataOf(pool: string): StratumState[] {
		return [...this.#strata.values()].filter((state) => state.pool === pool);
	}

	stratumOf({ pool, stratum }: places.StoredSlot["allotment"]): StratumState | undefined {
		return this.#strata.get(stratumKey({ pool, key: stratum }));
	}

	headAfter(commitment: string): log.LogHead {
		return this.#head ?? log.readHead(this.sql, commitment);
	}

	insertOpening(stored: Parameters<typeof openingStorage.insertOpening>[1]): void {
		openingStorage.insertOpening(this.sql, stored, this.#cipher);
	}

	/** The machine that an object wakes up on may be behind the one that it slept on, and the log's time never goes back. */
	now(): string {
		const now = timestamp(this.#clock());
		const last = this.#head?.at ?? now;
		return [last, now].sort()[1] ?? now;
	}

	/** One transaction: the change, its line, and the alarm of the sample ratio where this change sets it off. */
	change(
		entry: LogEntry & { readonly at: string },
		after: StratumState | null,
		change: (sql: SqlStorage) => void,
	): void {
		const { commitment, schemes } = this.standing();
		const live = this.strataOf("live");
		const warning = after && ratioWarning(live, after, entry.at);
		const isNowFull = after !== null && becameFull(schemes.live.opening.quota, live, after);
		this.write(
			entry,
			commitment,
			(sql) => {
				change(sql);
				if (after) places.writeStratum(sql, after);
				if (isNowFull) openingStorage.insertFull(sql, entry.at);
			},
			warning,
		);
		if (isNowFull) void this.#storage.setAlarm(this.#clock());
		if (after) this.#strata.set(stratumKey(after), after);
	}

	write(entry: LogEntry, commitment: string, change: (sql: SqlStorage) => void, warning: LogEntry | null = null): void {
		const line = nextLine(this.headAfter(commitment), entry);
		const last = warning ? nextLine(line, warning) : line;
		this.#storage.transactionSync(() => {
			change(this.sql);
			log.appendLine(this.sql, line);
			if (warning) log.appendLine(this.sql, last);
		});
		this.#head = { index: last.index, hash: last.hash, at: last.entry.at };
		// In the same turn as the line, and so stored with it.
		if (warning) void this.#storage.setAlarm(this.#clock());
	}

	/** Does nothing if this is the quota already. */
	changeQuota(quota: Quota | null): void {
		const { commitment, schemes } = this.standing();
		if (canonicalJson(schemes.live.opening.quota) === canonicalJson(quota)) return;
		this.write({ kind: "quota_changed", at: this.now(), quota }, commitment, (sql) =>
			openingStorage.writeQuota(sql, quota),
		);
		this.load();
	}

	inTransaction(write: (sql: SqlStorage) => void): void {
		this.#storage.transactionSync(() => write(this.sql));
	}

	load(): void {
		const stored = openingStorage.readOpening(this.sql, this.#cipher);
		if (!stored) return;
		const commitment = commitmentTo(stored.opening.seed);
		const schemes = prepareSchemes(stored.record, stored.opening.seed);
		const quota = openingStorage.readQuota(this.sql);
		this.#opened = { ...stored, commitment, schemes: quota === undefined ? schemes : withQuota(schemes, quota) };
		this.#strata = new Map(places.readStrata(this.sql).map((state) => [stratumKey(state), state]));
		this.#head = log.readHead(this.sql, commitment);
	}
}
