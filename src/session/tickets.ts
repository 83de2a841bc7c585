import type { Ticket } from "./arriving.ts";

/**
 * Signed links that led into this session. Each is good once: the session's object is the one place that all arrivals of a
 * participant come to, so that of two with the same link one is first.
 */
export class Tickets {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** False where it was used before. A ticket is kept until its link is too old anyway. */
	use({ id, expiresAtMs }: Ticket, nowMs: number): boolean {
		// Made here, for most sessions never see a ticket.
		this.#sql.exec(
			"CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) WITHOUT ROWID",
		);
		this.#sql.exec("DELETE FROM tickets WHERE expires_ms < ?", nowMs);
		const used = this.#sql.exec("INSERT OR IGNORE INTO tickets (id, expires_ms) VALUES (?, ?)", id, expiresAtMs);
		return used.rowsWritten > 0;
	}
}
