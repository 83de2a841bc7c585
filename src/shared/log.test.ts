import { describe, expect, it } from "vitest";
import { kindOf } from "./log.ts";

describe("the kind of an error", () => {
	it("is its name, and of a failed query SQLite's code", () => {
		expect(kindOf(new TypeError("no function of this name"))).toBe("TypeError");
		expect(kindOf("a text")).toBe("unknown");
		expect(kindOf(new Error("D1_ERROR: no such table: form_answers: SQLITE_ERROR"))).toBe("SQLITE_ERROR");
		expect(kindOf(new Error("D1_ERROR: Exceeded maximum DB size."))).toBe("SQLITE_FULL");
	});

	it("is that of the cause, and not of the query around it, which has what participants wrote", () => {
		const cause = new Error("D1_ERROR: database is locked: SQLITE_BUSY");
		expect(kindOf(new Error("Failed query: insert into turns params: my SQLITE_FULL story", { cause }))).toBe(
			"SQLITE_BUSY",
		);
	});

	it("has no other word of a message", () => expect(kindOf(new Error("my SQLITE_SECRET: 42"))).toBe("Error"));
});
