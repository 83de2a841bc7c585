import { describe, expect, it } from "vitest";
import { type Thinking, updatedThinking } from "./thinking-models.ts";

const noting = (...closed: readonly boolean[]): Thinking =>
	closed.reduce((thinking, each) => updatedThinking(thinking, "m", each), {} as Thinking);

describe("a model that closes thinking tags which it did not open", () => {
	it("is remembered from the first such reply", () => expect(Object.keys(noting(true))).toEqual(["m"]));
	it("is remembered through two replies without such a tag", () =>
		expect(Object.keys(noting(true, false, false))).toEqual(["m"]));
	it("is forgotten after three replies without such a tag", () =>
		expect(noting(true, false, false, false)).toEqual({}));
	it("starts a new count with each such reply", () =>
		expect(Object.keys(noting(true, false, false, true, false, false))).toEqual(["m"]));
	it("is not remembered if it never did so", () => expect(noting(false)).toEqual({}));
	it("is one of a limited number", () => {
		const many = Array.from({ length: 300 }, (_, n) => `m${n}`);
		expect(
			Object.keys(many.reduce((thinking, model) => updatedThinking(thinking, model, true), {} as Thinking)),
		).toHaveLength(200);
	});
});
