import { describe, expect, it } from "vitest";
import { LABELS, recordOf, seedOf } from "../../../test/support/randomisation/trial.ts";
import { prepareScheme, type Scheme } from "../draw/scheme.ts";
import type { Course } from "../plan/course.ts";
import type { ArmLabel } from "../plan/plan.ts";
import { balanceOf, type CourseTally, equalShares, ratioFails } from "./balance.ts";

const scheme = prepareScheme(recordOf({ arms: 4 }), seedOf(1));
const courseOver = (sequence: readonly ArmLabel[]): Course =>
	sequence.map((label) => ({ entry: "talk", labels: [label] }));
const each = ({ set }: Scheme, counts: Partial<CourseTally>[]): CourseTally[] =>
	(set ?? []).map((sequence, index) => ({
		sequence,
		course: courseOver(sequence),
		stratum: "all",
		reserved: 0,
		confirmed: 0,
		released: 0,
		...counts[index],
	}));

describe("the balance of a study", () => {
	it("has no test before anybody entered", () => {
		expect(balanceOf(scheme, [])).toMatchObject({ sequences: [], sampleRatio: null, attrition: null, warning: false });
	});

	it("counts arms of held places by position and by the arm before", () => {
		const { positions, predecessors, sampleRatio, attrition } = balanceOf(
			scheme,
			each(scheme, Array(4).fill({ reserved: 2, confirmed: 3 })),
		);
		expect(positions).toHaveLength(16);
		expect(new Set(positions.map(({ n }) => n))).toEqual(new Set([5]));
		expect(predecessors).toHaveLength(12);
		expect(new Set(predecessors.map(({ n }) => n))).toEqual(new Set([5]));
		expect(sampleRatio).toEqual({ chiSquare: 0, df: 3, p: 1 });
		expect(attrition).toBeNull();
	});

	it("lists unused sequences in an order that does not show where the square starts", () => {
		const { sequences } = balanceOf(scheme, each(scheme, [{ reserved: 1 }]).slice(0, 1));
		expect(sequences).toHaveLength(4);
		const firsts = sequences.map(({ sequence }) => sequence[0] ?? "");
		expect(firsts).toEqual([...LABELS.slice(0, 4)].sort());
	});

	it("warns when a sequence is missing too many", () => {
		const counts = [{ confirmed: 60 }, { confirmed: 60 }, { confirmed: 60 }, { confirmed: 20, released: 40 }];
		const { sampleRatio, attrition, warning } = balanceOf(scheme, each(scheme, counts));
		expect(sampleRatio).toMatchObject({ chiSquare: 24, df: 3 });
		expect(sampleRatio?.p).toBeCloseTo(2.498e-5, 7);
		expect(attrition?.chiSquare).toBeCloseTo(144, 9);
		expect(warning).toBe(true);
	});

	it("compares first arms if orders are drawn singly", () => {
		const random = prepareScheme(recordOf({ arms: 3, design: { order: "random" } }), seedOf(1));
		const [a, b, c] = random.opening.labels;
		if (!a || !b || !c) throw new Error("three labels");
		const tally = (...sequence: ArmLabel[]): CourseTally => ({
			sequence,
			course: courseOver(sequence),
			stratum: "all",
			reserved: 6,
			confirmed: 0,
			released: 0,
		});
		expect(
			balanceOf(random, [tally(a, b, c), tally(a, c, b), tally(b, a, c), tally(c, a, b)]).sampleRatio,
		).toMatchObject({ chiSquare: 3, df: 2 });
	});
});

describe("the sample-ratio test", () => {
	it("has no result for no participants or for one cell", () => {
		expect(equalShares([0, 0])).toBeNull();
		expect(equalShares([5])).toBeNull();
	});

	it("does not warn of numbers that are too small for a chi-square", () => {
		expect(ratioFails([16, 0, 0, 0])).toBe(false);
		expect(ratioFails([20, 0, 0, 0])).toBe(true);
	});
});
