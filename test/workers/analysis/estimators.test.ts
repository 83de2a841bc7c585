import { describe, expect, it } from "vitest";
import { fitModel } from "../../../src/analysis/commands/fit-model.ts";
import { rankItems } from "../../../src/analysis/commands/rank-items.ts";
import { range } from "../../../src/analysis/numeric/arrays.ts";
import { readCsv } from "../../../src/analysis/table/csv.ts";
import pastes from "../../golden/data/pastes.csv?raw";
import salad from "../../golden/data/salad.csv?raw";

function table(text: string) {
	const read = readCsv(text);
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

describe("estimators inside the Workers runtime", () => {
	it("give the same mixed model as in Node", () => {
		const fit = fitModel("strength ~ 1 + (1 | batch/cask)", table(pastes), {
			cluster: "batch",
			bootstrap: { draws: 20, seed: "1" },
		});
		if (!fit.ok) throw new Error(fit.error);
		expect(fit.value.fixed).toEqual([
			expect.objectContaining({
				estimate: expect.closeTo(60.0533333, 6),
				se: expect.closeTo(0.6768701, 6),
				df: expect.closeTo(9, 5),
			}),
		]);
		expect(fit.value.random.map(({ sd }) => sd)).toEqual([expect.closeTo(2.9040776, 6), expect.closeTo(1.2873651, 6)]);
		expect(fit.value.bootstrap?.[0]).toMatchObject({ draws: 20, failed: 0 });
	});

	it("give the same worths as in Node", () => {
		const ranked = rankItems(table(salad));
		if (!ranked.ok) throw new Error(ranked.error);
		expect(range(4).map((item) => ranked.value.items[item])).toEqual(
			[0, 2.729914, 1.5615385, 1.0268359].map((worth) => expect.objectContaining({ worth: expect.closeTo(worth, 6) })),
		);
	});
});
