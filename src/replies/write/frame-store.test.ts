import { describe, expect, it } from "vitest";
import { MemorySql } from "../../../test/support/d1/memory-sql.ts";
import { enforceRowLimit } from "../../../test/support/d1/row-limit.ts";
import { seal } from "../../blinding/seals/sealed.ts";
import { createTables, FrameStore } from "./frame-store.ts";

const CALL = seal({
	slot: "a",
	attempt: 1,
	provider: "p",
	model: "m",
	servedModel: null,
	inputTokens: null,
	outputTokens: null,
	startedAtMs: 0,
	firstFrameMs: null,
	lastFrameMs: null,
	finishReason: "stop",
	failure: null,
});

function stores() {
	const sql = new MemorySql();
	createTables(sql);
	createTables(sql);
	const rows = () => [...sql.exec("SELECT reply_id, seq FROM reply_frames")];
	return { sql, rows, store: new FrameStore(sql), again: () => new FrameStore(sql) };
}

describe("frames", () => {
	it("give the same reply after an eviction", () => {
		const { store, again } = stores();
		store.append("st_1", { a: { open: { attempt: 1, startedAtMs: 5 } }, b: { open: { attempt: 1, startedAtMs: 5 } } });
		store.append("st_1", { a: { text: "He" }, b: { text: "Gu" } });
		store.append("st_1", { a: { text: "llo", calls: [CALL], open: null } });
		store.append("st_1", { a: { state: "complete" } });
		expect(again().load("st_1")).toEqual(store.load("st_1"));
		expect(store.load("st_1")).toEqual({
			a: { text: "Hello", state: "complete", calls: [CALL], open: null },
			b: { text: "Gu", state: "writing", calls: [], open: { attempt: 1, startedAtMs: 5 } },
		});
		expect(again().progress("st_1", ["a", "b", "c"])).toEqual({
			texts: { a: "Hello", b: "Gu", c: "" },
			reply: again().load("st_1"),
			writing: ["b", "c"],
		});
	});

	it("share a row until it is full, so that few rows have to be deleted", () => {
		const { store, rows, again } = stores();
		for (let frame = 0; frame < 100; frame++) store.append("st_1", { a: { text: "x".repeat(100) } });
		expect(rows()).toHaveLength(3);
		const resumed = again();
		resumed.append("st_1", { a: { text: "!" } });
		expect(resumed.load("st_1").a?.text).toBe(`${"x".repeat(10_000)}!`);
		expect(rows()).toHaveLength(3);
	});

	it("are separate for each reply, and gone after clearing", () => {
		const { store, rows, again } = stores();
		store.append("st_1", { a: { text: "one" } });
		store.append("st_2", { a: { text: "two" } });
		store.clear("st_1");
		expect(rows()).toEqual([{ reply_id: "st_2", seq: 0 }]);
		expect(store.load("st_1")).toEqual({});
		expect(again().load("st_2").a?.text).toBe("two");
	});

	it("are not cached if they could not be stored", () => {
		const { sql, store } = stores();
		store.append("st_1", { a: { text: "one" } });
		sql.failing = true;
		expect(() => store.append("st_1", { a: { text: "two" } })).toThrow();
		expect(store.load("st_1").a?.text).toBe("one");
	});

	it("continue in pieces if one is too large for a row, and are complete again when read", () => {
		const { sql, store, again, rows } = stores();
		enforceRowLimit(sql, "reply_frames", "reply_frame_pieces");
		const long = "語".repeat(700_000);
		store.append("st_1", { a: { text: `${long}🙂` }, b: { text: long } });
		store.append("st_1", { a: { text: "!" }, b: { state: "complete" } });
		expect(again().load("st_1")).toEqual(store.load("st_1"));
		expect(again().load("st_1").a?.text).toBe(`${long}🙂!`);
		store.clear("st_1");
		expect([rows(), [...sql.exec("SELECT owner FROM reply_frame_pieces")]]).toEqual([[], []]);
	});

	it("leave no piece of a text that a running call held", () => {
		const { store, again, sql } = stores();
		const heard = { firstFrameMs: 1, lastFrameMs: 2, text: "語".repeat(1_200_000) };
		store.append("st_1", { a: { open: { attempt: 1, startedAtMs: 5, heard } } });
		expect([...sql.exec("SELECT owner FROM reply_frame_pieces")]).toHaveLength(2);
		store.append("st_1", { a: { open: null, text: "Hello", state: "complete" } });
		expect(again().load("st_1").a).toMatchObject({ text: "Hello", open: null, state: "complete" });
		expect([...sql.exec("SELECT owner FROM reply_frame_pieces")]).toEqual([]);
	});
});
