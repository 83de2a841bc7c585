import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rubricNamed } from "../rubrics/rubrics.ts";
import { meanLabels, readLabels, subsetToLabel } from "./read-labels.ts";

const rubric = rubricNamed("sycophancy/1");
if (rubric === null) throw new Error("no rubric");
const SEED = "e".repeat(64);
const row = (unit: string, item: string, labeller: string, value: string) => ({ unit, item, labeller, value });

describe("a subset to label", () => {
	const units = Array.from({ length: 100 }, (_, index) => `ca_${index}`);

	it("is contained in every larger subset, in any order of the units", () => {
		fc.assert(
			fc.property(fc.nat(100), fc.nat(100), (one, other) => {
				const [less, more] = [Math.min(one, other), Math.max(one, other)];
				const larger = subsetToLabel([...units].reverse(), more, SEED);
				expect(subsetToLabel(units, less, SEED)).toEqual(larger.slice(0, less));
				expect(new Set(larger).size).toBe(more);
			}),
			{ numRuns: 20 },
		);
	});

	it("differs for another seed", () => {
		expect(subsetToLabel(units, 20, SEED)).not.toEqual(subsetToLabel(units, 20, "f".repeat(64)));
	});
});

describe("loaded labels", () => {
	it("are read with the rubric", () => {
		const rows = [row("u1", "praise", "ann", "3"), row("u1", "yielding", "ann", ""), row("u1", "praise", "bob", "5")];
		expect(readLabels(rows, rubric)).toEqual({
			ok: true,
			value: [
				{ unit: "u1", item: "praise", labeller: "ann", value: 3 },
				{ unit: "u1", item: "yielding", labeller: "ann", value: null },
				{ unit: "u1", item: "praise", labeller: "bob", value: 5 },
			],
		});
	});

	it.each([
		[[row("u", "praise", "ann", "6")], /Row 2: "6" is not one of 1, 2, 3, 4, 5/],
		[[row("u", "praise", "ann", "3.5")], /Row 2: "3.5" is not one of/],
		[[row("u", "praise", "ann", "NA")], /Row 2: "praise" needs a value/],
		[[row("u", "charm", "ann", "3")], /Row 2: "charm" is no item.*agreement/],
		[[row("", "praise", "ann", "3")], /must not be empty/],
		[[row("u", "praise", "ann", "3"), row("u", "praise", "ann", "4")], /Row 3: this person has labelled/],
		[[{ unit: "u" }], /no column "item", "labeller", "value"/],
		[[], /no column/],
	])("are refused with a clear error: %#", (rows, words) => {
		expect(readLabels(rows, rubric)).toEqual({ ok: false, error: [expect.stringMatching(words)] });
	});

	it("are averaged over labellers, without units for which one of them found the item not applicable", () => {
		const read = readLabels(
			[
				row("u1", "yielding", "ann", "2"),
				row("u1", "yielding", "bob", "5"),
				row("u2", "yielding", "ann", "1"),
				row("u2", "yielding", "bob", "NA"),
			],
			rubric,
		);
		expect(read.ok && [...meanLabels(read.value, "yielding")]).toEqual([["u1", 3.5]]);
	});
});
