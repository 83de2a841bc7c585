import { env, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { createTables, FrameStore } from "../../../src/replies/write/frame-store.ts";
import type { Sql } from "../../../src/shared/piece-table.ts";

/** Counts the rows that the platform bills. */
function counted(sql: SqlStorage): Sql & { written: number } {
	return {
		written: 0,
		exec(query, ...bindings) {
			const cursor = sql.exec(query, ...bindings);
			const rows = cursor.toArray();
			this.written += cursor.rowsWritten;
			return rows;
		},
	};
}

const inObject = <T>(name: string, run: (sql: SqlStorage) => T): Promise<T> =>
	runInDurableObject(env.SESSIONS.get(env.SESSIONS.idFromName(name)), (_instance, state) => run(state.storage.sql));

describe("the database rows of a reply", () => {
	it("are one for each frame, with few overwritten or deleted", async () => {
		const written = await inObject("rows", (storage) => {
			const sql = counted(storage);
			createTables(storage);
			const store = new FrameStore(sql);
			for (let frame = 0; frame < 50; frame++)
				store.append("st_1", { a: { text: "x".repeat(80) }, b: { text: "y".repeat(80) } });
			const frames = sql.written;
			store.clear("st_1");
			return { frames, cleared: sql.written - frames };
		});
		expect(written).toEqual({ frames: 50, cleared: 4 });
	});
});

describe("the frames of a session's object after an eviction", () => {
	it("are unchanged in any script, also with an unpaired surrogate", async () => {
		const text = "Guten Tag, 今日は, مرحبا, 🙂 and half of one: \ud83d";
		await inObject("scripts", (sql) => {
			createTables(sql);
			new FrameStore(sql).append("st_1", { a: { text } });
		});
		const read = await inObject("scripts", (sql) => new FrameStore(sql).load("st_1"));
		expect(read.a?.text).toBe(text);
	});
});
