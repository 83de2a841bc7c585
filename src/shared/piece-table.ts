import { piecesOf } from "./pieces.ts";
import { zerosFor } from "./zeros.ts";

/** The part of `ctx.storage.sql` that is needed here. */
export type Sql = {
	exec(query: string, ...bindings: (string | number | null)[]): Iterable<Record<string, unknown>>;
};

/**
 * The rest of texts that are too large for a row of their own table, by the owner's name. The first piece stays in that row.
 * Nearly every text fits, and then no row is written here.
 */
export class PieceTable {
	readonly #sql: Sql;
	readonly #table: string;

	constructor(sql: Sql, table: string) {
		this.#sql = sql;
		this.#table = table;
	}

	/** For the object's own schema; safe to repeat. */
	static schemaOf(table: string): string {
		return `CREATE TABLE IF NOT EXISTS ${table} (owner TEXT NOT NULL, piece INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (owner, piece)) WITHOUT ROWID`;
	}

	/** Stores the rest of a text, and returns its first piece. Before a text replaces a longer one, call `remove`. */
	write(owner: string, text: string): string {
		const [first, ...rest] = piecesOf(text);
		for (const [index, piece] of rest.entries())
			this.#sql.exec(
				`INSERT INTO ${this.#table} (owner, piece, text) VALUES (?, ?, ?) ON CONFLICT (owner, piece) DO UPDATE SET text = excluded.text`,
				owner,
				index + 1,
				piece,
			);
		return first;
	}

	restOf(owner: string): string {
		let rest = "";
		for (const { text } of this.#sql.exec(`SELECT text FROM ${this.#table} WHERE owner = ? ORDER BY piece`, owner))
			rest += String(text);
		return rest;
	}

	/** Removes the pieces of all owners that match a GLOB pattern; a plain name matches itself. */
	remove(owners: string): void {
		this.#remove("owner GLOB ?", owners);
	}

	removeExcept(owners: string): void {
		this.#remove("owner NOT GLOB ?", owners);
	}

	#remove(condition: string, owners: string): void {
		this.#sql.exec(`UPDATE ${this.#table} SET text = ${zerosFor("text")} WHERE ${condition}`, owners);
		this.#sql.exec(`DELETE FROM ${this.#table} WHERE ${condition}`, owners);
	}
}
