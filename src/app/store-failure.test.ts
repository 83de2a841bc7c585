import { describe, expect, it } from "vitest";
import { isStoreFailure } from "./store-failure.ts";

const wrapped = (message: string) => new Error("Failed query: select 1", { cause: new Error(message) });

describe("a failure of D1 or an object", () => {
	it.each([
		"D1_ERROR: Network connection lost.",
		"D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
		"D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
		"D1_ERROR: Exceeded maximum DB size.",
		"D1_ERROR: attempt to write a readonly database: SQLITE_READONLY",
		"database or disk is full: SQLITE_FULL",
		"Durable Object is overloaded. Too many requests queued.",
		"Durable Object reset because its code was updated.",
	])("is recognised, also if drizzle wraps it: %s", (message) => {
		expect([isStoreFailure(new Error(message)), isStoreFailure(wrapped(message))]).toEqual([true, true]);
	});

	it("is recognised by the platform's flags", () => {
		expect(isStoreFailure(Object.assign(new Error("anything"), { retryable: true }))).toBe(true);
		expect(isStoreFailure(Object.assign(new Error("anything"), { overloaded: true }))).toBe(true);
		expect(isStoreFailure(Object.assign(new Error("anything"), { durableObjectReset: true }))).toBe(true);
		expect(isStoreFailure(Object.assign(new Error("anything"), { retryable: false, remote: true }))).toBe(false);
	});
});

describe("a bug in our code or query", () => {
	it.each([
		"D1_ERROR: no such table: studies: SQLITE_ERROR",
		'D1_ERROR: near "SELEC": syntax error at offset 0: SQLITE_ERROR',
		"D1_ERROR: UNIQUE constraint failed: studies.slug: SQLITE_CONSTRAINT",
		"Cannot read properties of undefined (reading 'id')",
	])("is not a failure of D1 or an object: %s", (message) => {
		expect([isStoreFailure(new Error(message)), isStoreFailure(wrapped(message))]).toEqual([false, false]);
	});

	it("is not recognised in a value that is no error", () => expect(isStoreFailure("D1_ERROR: down")).toBe(false));
});
