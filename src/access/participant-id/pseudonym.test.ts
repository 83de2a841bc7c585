import { describe, expect, it } from "vitest";
import { pseudonymOf } from "./pseudonym.ts";

const KEY = "00".repeat(32);

describe("a pseudonym", () => {
	it("is the same for the same id", () => {
		expect(pseudonymOf(KEY, "prolific", "5f1a")).toEqual(pseudonymOf(KEY, "prolific", "5f1a"));
	});

	it("differs between ids, sources and studies", () => {
		const ids = [
			pseudonymOf(KEY, "prolific", "5f1a"),
			pseudonymOf(KEY, "prolific", "5f1b"),
			pseudonymOf(KEY, "qualtrics", "5f1a"),
			pseudonymOf("01".repeat(32), "prolific", "5f1a"),
		];
		expect(new Set(ids.map(({ session }) => session)).size).toBe(ids.length);
		expect(new Set(ids.map(({ participant }) => participant)).size).toBe(ids.length);
	});

	it("differs when a character moves from the id to the source", () => {
		expect(pseudonymOf(KEY, "a", "bc")).not.toEqual(pseudonymOf(KEY, "ab", "c"));
	});

	it("has the form of a participant id and a session id", () => {
		expect(pseudonymOf(KEY, "prolific", "x")).toEqual({
			participant: expect.stringMatching(/^pt_[0-9a-z]{24}$/),
			session: expect.stringMatching(/^se_[0-9a-z]{24}$/),
		});
	});
});
