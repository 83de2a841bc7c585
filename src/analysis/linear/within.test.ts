import { describe, expect, it } from "vitest";
import { seedOf } from "../../../test/support/randomisation/trial.ts";
import { randomStream } from "../../randomisation/draw/generator.ts";
import { asFactor } from "../formula/complete-rows.ts";
import { frameOf } from "../formula/model-frame.ts";
import { coefficientTable } from "../inference/coefficients.ts";
import { range } from "../numeric/arrays.ts";
import { tableOf } from "../table/table.ts";
import { clusterRobust } from "./cluster-robust.ts";
import { fitLeastSquares } from "./least-squares.ts";
import { fitWithin } from "./within.ts";

const stream = randomStream(seedOf(3), ["within"]);
const draw = () => (stream.word() / 2 ** 32 - 0.5) * 4;
const level = range(12).map(() => 5 * draw());
const rows = range(60).map((row) => {
	const person = row % 12;
	// People with a higher level have a higher x: between people, x and y rise together.
	const x = draw() + (level[person] ?? 0);
	return { person: `p${person}`, arm: row % 5 === 0 ? "a" : "b", x, y: -0.5 * x + 3 * (level[person] ?? 0) + draw() };
});
const table = tableOf({
	participant: rows.map(({ person }) => person),
	...{ arm: rows.map(({ arm }) => arm), x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) },
});
const factorIn = (frame: ReturnType<typeof frameOf>) => {
	const people = frame.extras.get("participant");
	if (!people) throw new Error("no participants");
	return asFactor(people);
};
const known = (rowsOf: ReturnType<typeof coefficientTable>, term: string) => {
	const row = rowsOf.find((one) => one.term === term);
	if (!row || "missing" in row) throw new Error(row?.missing ?? "no such term");
	return row;
};

describe("least squares within participants", () => {
	const frame = frameOf("y ~ arm + x", table, ["participant"]);
	const within = coefficientTable(fitWithin(frame, factorIn(frame)));

	it("has the coefficients and errors of a regression with an indicator for each participant", () => {
		const dummies = frameOf("y ~ arm + x + participant", table, ["participant"]);
		const robust = coefficientTable(clusterRobust(fitLeastSquares(dummies), factorIn(dummies), "CR1"));
		for (const term of ["armb", "x"]) {
			expect(known(within, term).estimate).toBeCloseTo(known(robust, term).estimate, 10);
			expect(known(within, term).se).toBeCloseTo(known(robust, term).se, 10);
		}
	});

	it("finds the effect within people although the relation between people is the reverse", () => {
		const { lower, upper } = known(within, "x");
		expect([lower < -0.5, upper > -0.5, upper < 0]).toEqual([true, true, true]);
		const pooled = known(coefficientTable(fitLeastSquares(frameOf("y ~ arm + x", table))), "x");
		expect(pooled.estimate).toBeGreaterThan(0);
	});

	it("leaves out terms that are constant within each person, and says why nothing can be compared", () => {
		expect(within.find(({ term }) => term === "(Intercept)")).toMatchObject({ missing: expect.any(String) });
		const alone = tableOf({ participant: ["a", "b", "c"], x: [1, 2, 4], y: [1, 3, 2] });
		const single = frameOf("y ~ x", alone, ["participant"]);
		expect(() => fitWithin(single, factorIn(single))).toThrow(/Nobody has two rows/);
	});
});
