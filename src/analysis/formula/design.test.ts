import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { frameOf } from "./model-frame.ts";

type Case = { data: string; formula: string; names: string[]; sums: number[]; weighted: number[] };

describe.each(golden<Case>("formulas"))("$formula on $data", ({ data, formula, names, sums, weighted }) => {
	it("has the columns of R's model.matrix", () => {
		const { fixed } = frameOf(formula, goldenData(data));
		expect(fixed.names).toEqual(names);
		fixed.columns.forEach((column, index) => {
			const sum = column.reduce((total, value) => total + value, 0);
			const byRow = column.reduce((total, value, row) => total + value * (row + 1), 0);
			expectClose(sum, sums[index] ?? Number.NaN, `sum of ${names[index]}`, 1e-10);
			expectClose(byRow, weighted[index] ?? Number.NaN, `weighted sum of ${names[index]}`, 1e-10);
		});
	});
});
