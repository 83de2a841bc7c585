import { describe, expect, it } from "vitest";
import { stratumOf } from "./strata.ts";

describe("a stratum", () => {
	it("is named by its values in the design's order", () => {
		expect(stratumOf(["a", "b"], { b: "2", a: "1" })).toEqual({ key: "1 / 2", values: ["1", "2"] });
	});

	it("is the whole study where there are no factors", () =>
		expect(stratumOf([], { a: "1" })).toEqual({ key: "all", values: [] }));

	it("has a level for what is not known", () =>
		expect(stratumOf(["a", "b"], { a: " " }).values).toEqual(["unknown", "unknown"]));

	it("does not share its name with another", () => {
		expect(stratumOf(["a", "b"], { a: "x / y", b: "z" }).key).not.toBe(
			stratumOf(["a", "b"], { a: "x", b: "y / z" }).key,
		);
	});

	it("has a canonical form, whatever was typed", () => expect(stratumOf(["a"], { a: "\ud800" }).key).toBe("\ufffd"));
});
