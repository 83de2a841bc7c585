import { describe, expect, it } from "vitest";
import { type Cursor, formatCursor, parseCursor, STARTED } from "./stream-cursor.ts";

const TEXTS = { a: "twelve chars", b: "thirty" };
const place = (a: number, b: number, ended = false): Cursor["slots"] => ({
	a: { sent: a, ended },
	b: { sent: b, ended },
});

describe("an event's id", () => {
	it.each<[string, Cursor]>([
		["st_1~", STARTED],
		["st_1~a0", { phase: "texts", slots: { a: { sent: 0, ended: false } } }],
		["st_1~a12.b3", { phase: "texts", slots: place(12, 3) }],
		["st_1~a12!.b6!", { phase: "texts", slots: place(12, 6, true) }],
		["st_1~a12!.b6!~view", { phase: "view", slots: place(12, 6, true) }],
		["st_1~a12!.b6!~done", { phase: "done", slots: place(12, 6, true) }],
	])("%s is parsed as it was formatted", (id, cursor) => {
		expect(formatCursor("st_1", cursor)).toBe(id);
		expect(parseCursor(id, "st_1", TEXTS)).toEqual(cursor);
	});

	it.each([
		"",
		"42",
		"st_1",
		"st_2~a3.b3",
		"st_1~a3.c3",
		"st_1~a3.a3",
		"st_1~a13",
		"st_1~a3!",
		"st_1~a-1",
		"st_1~a3.",
		"st_1~a3~view",
		"st_1~a12!.b6!~later",
		"st_1~a12!.b6!~view~view",
		"st_1~constructor1",
		"st_1~a99999999999999999999",
	])("%j is no cursor of this reply", (id) => expect(parseCursor(id, "st_1", TEXTS)).toBeNull());
});
