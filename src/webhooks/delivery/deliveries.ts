import { derivedId } from "../../shared/id.ts";
import type { Sql } from "../../shared/piece-table.ts";
import type { AttemptRecord, Delivery, DeliveryStatus } from "../webhook-client.ts";
import type { Message } from "./signature.ts";

/** An attempt that is under way. */
export type Leased = Message & {
	readonly delivery: string;
	readonly webhook: string;
	readonly firstAtMs: number;
	/** Attempts since the first one of this schedule. */
	readonly attempts: number;
	/** When another attempt is made if this one is never recorded. */
	readonly leasedUntilMs: number;
};

export type StoredEvent = Message & { readonly type: string; readonly occurredAtMs: number };

type Row = {
	readonly seq: number;
	readonly id: string;
	readonly endpoint: string;
	readonly event: string;
	readonly status: DeliveryStatus;
	readonly next_at_ms: number | null;
	readonly type: string;
	readonly occurred_at_ms: number;
};

/** Longer than an attempt can take. */
export const LEASE_MS = 60_000;

/**
 * Events and their deliveries, in the SQLite of the study's object. A delivery is due until it has succeeded or its schedule
 * has ended, whatever dies in between: an attempt first moves the next one by the lease, and only its record ends it.
 */
export class Deliveries {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	static create(sql: Sql): void {
		sql.exec(
			"CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, type TEXT NOT NULL, body TEXT NOT NULL, occurred_at_ms INTEGER NOT NULL)",
		);
		sql.exec("CREATE INDEX IF NOT EXISTS events_by_time ON events (occurred_at_ms)");
		sql.exec(
			"CREATE TABLE IF NOT EXISTS deliveries (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, endpoint TEXT NOT NULL, event TEXT NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL, first_at_ms INTEGER, next_at_ms INTEGER)",
		);
		sql.exec("CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (next_at_ms) WHERE next_at_ms IS NOT NULL");
		sql.exec("CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event)");
		sql.exec("CREATE INDEX IF NOT EXISTS deliveries_by_endpoint ON deliveries (endpoint, seq)");
		sql.exec(
			"CREATE TABLE IF NOT EXISTS attempts (delivery TEXT NOT NULL, nth INTEGER NOT NULL, at_ms INTEGER NOT NULL, outcome TEXT NOT NULL, status INTEGER, PRIMARY KEY (delivery, nth)) WITHOUT ROWID",
		);
	}

	/** Adds an event and what is due of it. False if the event is known: nothing is added then. */
	add({ id, type, body, occurredAtMs }: StoredEvent, endpoints: readonly string[], nowMs: number): boolean {
		if ([...this.#sql.exec("SELECT 1 FROM events WHERE id = ?", id)].length > 0) return false;
		this.#sql.exec("INSERT INTO events VALUES (?, ?, ?, ?)", id, type, body, occurredAtMs);
		for (const endpoint of endpoints)
			this.#sql.exec(
				"INSERT INTO deliveries (id, endpoint, event, status, attempts, first_at_ms, next_at_ms) VALUES (?, ?, ?, 'pending', 0, NULL, ?)",
				deliveryId(endpoint, id),
				endpoint,
				id,
				nowMs,
			);
		return true;
	}

	/** Attempts that are due, the most overdue first. `busy` counts those under way by receiver. */
	lease(nowMs: number, { most, mostEach, busy }: Lease): Leased[] {
		const due = this.#due(nowMs, mostEach, busy).slice(0, most);
		const leasedUntilMs = nowMs + LEASE_MS;
		for (const { delivery } of due)
			this.#sql.exec(
				"UPDATE deliveries SET next_at_ms = ?, first_at_ms = coalesce(first_at_ms, ?), attempts = attempts + 1 WHERE id = ?",
				leasedUntilMs,
				nowMs,
				delivery,
			);
		return due.map((each) => ({
			...each,
			firstAtMs: each.firstAtMs ?? nowMs,
			attempts: each.attempts + 1,
			leasedUntilMs,
		}));
	}

	#due(nowMs: number, mostEach: number, busy: ReadonlyMap<string, number>) {
		const endpoints = [...this.#sql.exec("SELECT DISTINCT endpoint FROM deliveries WHERE next_at_ms <= ?", nowMs)];
		return endpoints
			.flatMap(({ endpoint }) => {
				const free = mostEach - (busy.get(String(endpoint)) ?? 0);
				const query =
					"SELECT d.id AS delivery, d.endpoint AS webhook, d.first_at_ms AS firstAtMs, d.attempts, d.next_at_ms AS dueMs, e.id, e.body FROM deliveries d JOIN events e ON e.id = d.event WHERE d.next_at_ms <= ? AND d.endpoint = ? ORDER BY d.next_at_ms, d.seq LIMIT ?";
				return [...this.#sql.exec(query, nowMs, String(endpoint), Math.max(0, free))] as Due[];
			})
			.sort((one, other) => one.dueMs - other.dueMs);
	}

	/** Records an attempt. `nextAtMs` is null if it was the last. Another schedule that began meanwhile stays. */
	record(
		{ delivery, leasedUntilMs }: Leased,
		{ atMs, outcome, status }: AttemptRecord,
		after: { readonly status: DeliveryStatus; readonly nextAtMs: number | null },
	): void {
		this.#sql.exec(
			"INSERT INTO attempts SELECT ?1, count(*) + 1, ?2, ?3, ?4 FROM attempts WHERE delivery = ?1",
			delivery,
			atMs,
			outcome,
			status,
		);
		this.#sql.exec(
			"UPDATE deliveries SET status = ?, next_at_ms = ? WHERE id = ? AND next_at_ms = ?",
			after.status,
			after.nextAtMs,
			delivery,
			leasedUntilMs,
		);
	}

	/** The time of the earliest attempt. Null if none is due. */
	nextAtMs(): number | null {
		const [row] = [...this.#sql.exec("SELECT min(next_at_ms) AS at FROM deliveries WHERE next_at_ms IS NOT NULL")];
		return row && typeof row.at === "number" ? row.at : null;
	}

	/** A new schedule, from now on. */
	restart(delivery: string, nowMs: number): void {
		this.#sql.exec(
			"UPDATE deliveries SET status = 'pending', attempts = 0, first_at_ms = NULL, next_at_ms = ? WHERE id = ?",
			nowMs,
			delivery,
		);
	}

	/** Ends everything that is due at a receiver. */
	giveUp(endpoint: string): void {
		this.#sql.exec(
			"UPDATE deliveries SET status = 'failed', next_at_ms = NULL WHERE endpoint = ? AND next_at_ms IS NOT NULL",
			endpoint,
		);
	}

	removeOf(endpoint: string): void {
		this.#sql.exec("DELETE FROM attempts WHERE delivery IN (SELECT id FROM deliveries WHERE endpoint = ?)", endpoint);
		this.#sql.exec("DELETE FROM deliveries WHERE endpoint = ?", endpoint);
	}

	/** Removes events that occurred earlier, unless an attempt is still due. */
	removeBefore(atMs: number): void {
		const old =
			"SELECT id FROM events WHERE occurred_at_ms < ? AND NOT EXISTS (SELECT 1 FROM deliveries WHERE event = events.id AND next_at_ms IS NOT NULL)";
		this.#sql.exec(`DELETE FROM attempts WHERE delivery IN (SELECT id FROM deliveries WHERE event IN (${old}))`, atMs);
		this.#sql.exec(`DELETE FROM deliveries WHERE event IN (${old})`, atMs);
		this.#sql.exec(
			"DELETE FROM events WHERE occurred_at_ms < ? AND NOT EXISTS (SELECT 1 FROM deliveries WHERE event = events.id)",
			atMs,
		);
	}

	find(delivery: string): Delivery | null {
		const [row] = this.#rows("d.id = ?", "LIMIT 1", delivery);
		return row ? this.#deliveryOf(row) : null;
	}

	/** The newest first, from after the given one. */
	page(endpoint: string, { after, limit }: { readonly after: string | null; readonly limit: number }): Delivery[] {
		const rows =
			after === null
				? this.#rows("d.endpoint = ?", "ORDER BY d.seq DESC LIMIT ?", endpoint, limit)
				: this.#rows(
						"d.endpoint = ? AND d.seq < (SELECT seq FROM deliveries WHERE id = ?)",
						"ORDER BY d.seq DESC LIMIT ?",
						endpoint,
						after,
						limit,
					);
		return rows.map((row) => this.#deliveryOf(row));
	}

	#rows(where: string, rest: string, ...bindings: (string | number)[]): Row[] {
		const query = `SELECT d.seq, d.id, d.endpoint, d.event, d.status, d.next_at_ms, e.type, e.occurred_at_ms FROM deliveries d JOIN events e ON e.id = d.event WHERE ${where} ${rest}`;
		return [...this.#sql.exec(query, ...bindings)] as Row[];
	}

	#deliveryOf({ id, endpoint, event, status, next_at_ms, type, occurred_at_ms }: Row): Delivery {
		const query = "SELECT at_ms AS atMs, outcome, status FROM attempts WHERE delivery = ? ORDER BY nth";
		const attempts = ([...this.#sql.exec(query, id)] as AttemptRecord[]).map((attempt) => ({ ...attempt }));
		const times = { occurredAtMs: occurred_at_ms, nextAttemptAtMs: next_at_ms };
		return { id, webhook: endpoint, event, type, status, ...times, attempts };
	}
}

type Due = Message & {
	readonly delivery: string;
	readonly webhook: string;
	readonly firstAtMs: number | null;
	readonly attempts: number;
	readonly dueMs: number;
};

export type Lease = {
	readonly most: number;
	readonly mostEach: number;
	readonly busy: ReadonlyMap<string, number>;
};

export const deliveryId = (endpoint: string, event: string) => derivedId("delivery", endpoint, event);
