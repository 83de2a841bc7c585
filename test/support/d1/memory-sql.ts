import { DatabaseSync } from "node:sqlite";
import type { Sql } from "../../../src/shared/piece-table.ts";

/** `ctx.storage.sql`, as far as a store needs it, over Node's SQLite. `failing` makes every write throw. */
export class MemorySql implements Sql {
	readonly #db = new DatabaseSync(":memory:");
	failing = false;
	writes = 0;

	exec(query: string, ...bindings: (string | number | null)[]): Record<string, unknown>[] {
		const writes = /^(INSERT|UPDATE|DELETE)/.test(query);
		if (writes && this.failing) throw new Error("the disk is full");
		if (writes) this.writes++;
		return this.#db.prepare(query).all(...bindings);
	}
}
