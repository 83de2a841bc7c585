import type { Ticket } from "../domain/session-arrival.ts";

/**
 * Signed links that were used for this session. Each works once. One object handles all arrivals of a participant, so two
 * requests with the same link cannot both succeed.
 */
export class UsedLinks {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** False if it was used before. A ticket is kept until its link has expired. */
	use({ id, expiresAtMs }: Ticket, nowMs: number): boolean {
		// Created on demand, because most sessions have no ticket.
		this.#sql.exec(
			"CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) WITHOUT ROWID",
		);
		this.#sql.exec("DELETE FROM tickets WHERE expires_ms < ?", nowMs);
		const used = this.#sql.exec("INSERT OR IGNORE INTO tickets (id, expires_ms) VALUES (?, ?)", id, expiresAtMs);
		return used.rowsWritten > 0;
	}
}
