import { describe, expect, it } from "vitest";
import { type Given, intervalOf, shareInterval, sharesWon, Tallies } from "./means.ts";

const tallyOf = (values: readonly number[]) => ({
	n: values.length,
	mean: values.reduce((sum, value) => sum + value, 0) / values.length,
	squares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("the interval of a mean", () => {
	it("is that of R's t.test", () => {
		// t.test(c(62, 71, 55, 80, 68))$conf.int
		const interval = intervalOf(tallyOf([62, 71, 55, 80, 68]));
		expect(interval?.lower).toBeCloseTo(55.506, 3);
		expect(interval?.upper).toBeCloseTo(78.894, 3);
	});

	it("has no width if all agree", () => {
		expect(intervalOf(tallyOf([0.1, 0.1, 0.1]))).toEqual({
			lower: expect.closeTo(0.1, 6),
			upper: expect.closeTo(0.1, 6),
		});
	});

	it("is missing for one participant", () => {
		expect(intervalOf(tallyOf([50]))).toBeNull();
	});
});

describe("the interval of a share", () => {
	it("is Wilson's", () => {
		// R: prop.test(7, 10, correct = FALSE)$conf.int
		const interval = shareInterval({ n: 10, mean: 0.7 });
		expect(interval.lower).toBeCloseTo(0.3967781, 6);
		expect(interval.upper).toBeCloseTo(0.8922087, 6);
	});

	it("has a width if all agree", () => {
		expect(shareInterval({ n: 4, mean: 1 })).toEqual({ lower: expect.closeTo(0.5101, 4), upper: 1 });
	});
});

describe("the tally of an arm", () => {
	const given = (label: string, value: number): Given => ({ source: "form", form: "f", item: "i", label, value });

	it("counts each participant once, with the mean of their own values", () => {
		const tallies = new Tallies();
		tallies.add([given("K7", 10), given("K7", 30), given("B2", 5)]);
		tallies.add([given("K7", 40)]);
		tallies.add([]);
		expect(tallies.all()).toEqual([
			{ source: "form", form: "f", item: "i", label: "B2", n: 1, mean: 5, squares: 25 },
			{ source: "form", form: "f", item: "i", label: "K7", n: 2, mean: 30, squares: 2000 },
		]);
	});

	it("counts each participant who shares a list of what was rated", () => {
		const asked = [given("K7", 0), given("B2", 0), given("K7", 0)];
		const [shared, alone] = [new Tallies(), new Tallies()];
		for (const values of [
			[10, 5, 30],
			[40, 6, 50],
		]) {
			shared.addValues(asked, values);
			alone.add(asked.map((one, place) => ({ ...one, value: values[place] ?? 0 })));
		}
		expect(shared.all()).toEqual(alone.all());
		expect(shared.all()).toHaveLength(2);
	});
});

describe("the share of wins", () => {
	const about = { form: null, item: null };
	const shares = (source: "choice" | "ranking", ...groups: string[][]) =>
		sharesWon({ ...about, source, groups }).map(({ label, value }) => [label, value]);

	it("is the share of lower-ranked arms, with half for ties", () => {
		expect(shares("ranking", ["A"], ["B", "C"])).toEqual([
			["A", 1],
			["B", 0.25],
			["C", 0.25],
		]);
	});

	it("compares replies that were not chosen only with the chosen one", () => {
		expect(shares("choice", ["A"], ["B", "C"])).toEqual([
			["A", 1],
			["B", 0],
			["C", 0],
		]);
	});

	it("does not compare an arm with itself", () => {
		expect(shares("ranking", ["A"], ["B"], ["A"])).toEqual([
			["A", 1],
			["B", 0.5],
			["A", 0],
		]);
		expect(shares("ranking", ["A"], ["A"])).toEqual([]);
	});
});
