import { describe, expect, it } from "vitest";
import { goldenData } from "../../../test/support/golden/golden.ts";
import { fitModel } from "../commands/fit-model.ts";
import { range } from "../numeric/arrays.ts";
import { tableOf } from "../table/table.ts";

const people = 12;
const periods = 4;
const rows = range(people * periods);
const study = {
	participant: rows.map((row) => `p${Math.floor(row / periods)}`),
	period: rows.map((row) => row % periods),
	arm: rows.map((row) => (row % 2 === 0 ? "K7" : "M2")),
	liking: rows.map((row) => 50 + ((row * 7919) % 31) + (row % 2) * 3),
};

describe("a mixed model of data that cannot identify it", () => {
	it.each([
		[
			"one participant",
			"liking ~ arm + (1 | participant)",
			{ ...study, participant: rows.map(() => "p1") },
			/"participant" has one level/,
		],
		["one arm", "liking ~ arm + (1 | participant)", { ...study, arm: rows.map(() => "K7") }, /"arm" has one level/],
		[
			"a constant item",
			"liking ~ arm + (1 | participant)",
			{ ...study, liking: rows.map(() => 80) },
			/is 80 in all 48 complete rows/,
		],
		[
			"a participant for each row",
			"liking ~ arm + (1 | row)",
			{ ...study, row: rows.map(String) },
			/a separate level for each of the 48 rows/,
		],
		[
			"more random effects than rows",
			"liking ~ arm + (arm + factor(period) | participant)",
			study,
			/has 48 random effects and the data have 48 rows/,
		],
		[
			"no value at all",
			"liking ~ arm + (1 | participant)",
			{ ...study, liking: rows.map(() => Number.NaN) },
			/No row has all/,
		],
	])("with %s is refused with a clear error", (_, formula, columns, message) => {
		expect(fitModel(formula, tableOf(columns))).toEqual({ ok: false, error: expect.stringMatching(message) });
	});

	it("reports a singular fit, and still has estimates", () => {
		const result = fitModel("Yield ~ 1 + (1 | Batch)", goldenData("dyestuff2"));
		if (!result.ok) throw new Error(result.error);
		expect(result.value.converged).toBe(true);
		expect(result.value.notes).toEqual([expect.stringMatching(/^The fit is singular: \(\(Intercept\) \| Batch\)/)]);
	});

	it("counts omitted rows, and names columns that are combinations of others", () => {
		const liking = study.liking.map((value, row) => (row < 5 ? Number.NaN : value));
		const result = fitModel("liking ~ arm + period + I(2 * period) + (1 | participant)", tableOf({ ...study, liking }));
		if (!result.ok) throw new Error(result.error);
		expect(result.value).toMatchObject({ n: 43, omitted: 5 });
		expect(result.value.notes).toEqual(
			expect.arrayContaining([
				"5 of 48 rows are left out, because a value is missing in them.",
				"Not estimated, because they are combinations of other columns: I(2 * period).",
			]),
		);
		expect(result.value.fixed.at(-1)).toEqual({ term: "I(2 * period)", missing: expect.any(String) });
	});

	it("names the means that the data cannot give", () => {
		const holes = tableOf({
			...study,
			form: rows.map((row) => (row % 2 === 0 ? ["x", "y", "z"][row % 3] : ["x", "y", "x"][row % 3]) ?? "x"),
		});
		const result = fitModel("liking ~ arm * form + (1 | participant)", holes, { means: ["arm"] });
		if (!result.ok) throw new Error(result.error);
		expect(result.value.means).toEqual([
			expect.objectContaining({ label: "K7", estimate: expect.any(Number) }),
			{ label: "M2", missing: expect.stringContaining("lack a combination") },
		]);
		expect(result.value.contrasts).toEqual([{ label: "K7 - M2", missing: expect.any(String) }]);
	});

	it("reports only finite numbers", () => {
		const result = fitModel("liking ~ arm + (arm | participant)", tableOf(study), { means: ["arm"] });
		if (!result.ok) throw new Error(result.error);
		expect(
			JSON.stringify(result.value, (_, value) =>
				typeof value === "number" && !Number.isFinite(value) ? "BAD" : value,
			),
		).not.toContain("BAD");
	});
});

describe("the scale of a covariate", () => {
	it("does not affect a random slope, and neither does its distance from 0", () => {
		const table = goldenData("sleepstudy");
		const [near, far] = ["Days", "I(Days * 1e6 + 1e9)"].map((x) =>
			fitModel(`Reaction ~ ${x} + (${x} | Subject)`, table),
		);
		if (!near?.ok || !far?.ok) throw new Error("no fit");
		const [one, other] = [near, far].map(({ value: { fixed } }) => fixed[1] ?? { term: "", missing: "" });
		if (!one || !other || "missing" in one || "missing" in other) throw new Error("no slope");
		expect(far.value.logLik + Math.log(1e6)).toBeCloseTo(near.value.logLik, 6);
		expect(other.t).toBeCloseTo(one.t, 5);
		expect(other.df).toBeCloseTo(one.df ?? Number.NaN, 5);
	});
});
