import { expect, it } from "vitest";
import vectors from "../../../src/randomisation/draw/vectors.json" with { type: "json" };
import { computeVectors } from "../../support/randomisation/allocation-vectors.ts";

const computed: Record<string, unknown> = JSON.parse(JSON.stringify(computeVectors()));

it.each(Object.entries(vectors))("draws the %s of vectors.json in workerd", (name, expected) => {
	expect(computed[name]).toEqual(expected);
});
