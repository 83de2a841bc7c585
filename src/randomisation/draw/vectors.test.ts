import { expect, it } from "vitest";
import { computeVectors } from "../../../test/support/randomisation/allocation-vectors.ts";
import vectors from "./vectors.json" with { type: "json" };

const computed: Record<string, unknown> = JSON.parse(JSON.stringify(computeVectors()));

it.each(Object.entries(vectors))("draws the %s of vectors.json in Node", (name, expected) => {
	expect(computed[name]).toEqual(expected);
});

it("has no draws beyond vectors.json", () => {
	expect(Object.keys(computed)).toEqual(Object.keys(vectors));
});
