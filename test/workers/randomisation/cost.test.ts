import { env, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import * as log from "../../../src/randomisation/allocator/storage/log.ts";
import * as places from "../../../src/randomisation/allocator/storage/places.ts";
import type { StratumState } from "../../../src/randomisation/draw/allocation.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";

/** Counts the rows that the platform would bill. */
function counting(sql: SqlStorage): { readonly sql: SqlStorage; readonly written: () => number } {
	const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
	const exec = (query: string, ...bindings: unknown[]) => {
		const cursor = sql.exec(query, ...bindings);
		cursors.push(cursor);
		return cursor;
	};
	return {
		sql: { exec } as unknown as SqlStorage,
		written: () => cursors.splice(0).reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
	};
}

it("writes three rows for an enrolment, two for a confirmation and three for a release", async () => {
	const stub = env.ALLOCATORS.get(env.ALLOCATORS.idFromName("sy_cost"));
	await runInDurableObject(stub, (_, { storage: { sql: real } }) => {
		const { sql, written } = counting(real);
		const slot = { block: 0, place: 0 };
		const stratum: StratumState = {
			pool: "live",
			key: "all",
			values: [],
			draws: 1,
			held: 1,
			next: slot,
			freed: [],
			drawnBy: [1],
			heldBy: [1],
		};
		places.writeStratum(sql, stratum);
		written();
		const drawn = { sequence: [asLabel("K7")], conversations: [] };
		places.insertSlot(sql, "se_a", { pool: "live", stratum: "all", draw: 0, slot, row: 0, copy: 0 }, drawn);
		places.writeStratum(sql, stratum);
		log.appendLine(sql, { index: 0, prev: "", hash: "", entry: { kind: "revealed", at: "" } });
		expect(written()).toBe(3);
		places.updateStatus(sql, "se_a", "released");
		places.writeStratum(sql, stratum);
		log.appendLine(sql, { index: 1, prev: "", hash: "", entry: { kind: "revealed", at: "" } });
		expect(written()).toBe(3);
	});
});
