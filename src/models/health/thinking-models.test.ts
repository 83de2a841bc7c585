import { describe, expect, it } from "vitest";
import { noted, type Thinking } from "./thinking-models.ts";

const noting = (...closed: readonly boolean[]): Thinking =>
	closed.reduce((thinking, each) => noted(thinking, "m", each), {} as Thinking);

describe("a model that closes thoughts which it does not open", () => {
	it("is known from the first one on", () => expect(Object.keys(noting(true))).toEqual(["m"]));
	it("is known for a while when it does without", () => expect(Object.keys(noting(true, false, false))).toEqual(["m"]));
	it("is forgotten when it does without again and again", () => expect(noting(true, false, false, false)).toEqual({}));
	it("is known anew by each thought", () =>
		expect(Object.keys(noting(true, false, false, true, false, false))).toEqual(["m"]));
	it("is nobody who never did", () => expect(noting(false)).toEqual({}));
	it("is one of so many at most", () => {
		const many = Array.from({ length: 300 }, (_, n) => `m${n}`);
		expect(Object.keys(many.reduce((thinking, model) => noted(thinking, model, true), {} as Thinking))).toHaveLength(
			200,
		);
	});
});
