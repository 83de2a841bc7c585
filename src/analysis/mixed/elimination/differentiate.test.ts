import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { seedOf } from "../../../../test/support/randomisation/trial.ts";
import { below, randomStream } from "../../../randomisation/draw/generator.ts";
import { range } from "../../numeric/arrays.ts";
import { criterionOf, evaluate, factorsOf, startingPoint } from "../criterion.ts";
import type { RandomBlock } from "./blocks.ts";
import { systemOf } from "./build-system.ts";
import { setWeights } from "./workspace.ts";

const ROWS = 180;
const PEOPLE = 60;
const ones = new Float64Array(ROWS).fill(1);

type Design = {
	readonly schools: number;
	readonly school: Int32Array;
	readonly blocks: RandomBlock[];
	readonly dense: Float64Array[];
};

/** People within schools, crossed with items; random slopes by school; arbitrary numbers. */
function designOf({ schools, items, equalRows }: { schools: number; items: number; equalRows: boolean }): Design {
	const stream = randomStream(seedOf(schools), ["mixed"]);
	const column = (): Float64Array => Float64Array.from(range(ROWS), () => below(stream, 1_000_000) / 1_000_000 - 0.5);
	const codes = (levels: number): Int32Array => Int32Array.from(range(ROWS), () => below(stream, levels));
	const person = equalRows ? Int32Array.from(range(ROWS), (row) => row % PEOPLE) : codes(PEOPLE);
	const school = person.map((level) => level % schools);
	const bySchool = { codes: school, levels: schools };
	return {
		schools,
		school,
		blocks: [
			{ ...bySchool, columns: [ones, column()] },
			{ codes: person, levels: PEOPLE, columns: [ones] },
			{ codes: codes(items), levels: items, columns: [ones, column()] },
			{ ...bySchool, columns: [column()] },
		],
		dense: [column(), column(), column()],
	};
}

const DESIGNS = [
	{
		name: "twenty schools, people of different numbers of rows",
		...designOf({ schools: 20, items: 7, equalRows: false }),
	},
	{ name: "three schools, people of equally many rows", ...designOf({ schools: 3, items: 2, equalRows: true }) },
];

const pointOf = (count: number): Float64Array =>
	Float64Array.from(range(count), (index) => 1 / (1 + index) + 0.1 * Math.sin(index + 1));
const clustersOf = ({ school, schools }: Design) => ({ codes: school, count: schools });

/** The deviance by its definition, from the full covariance matrix of the rows. */
function devianceByDefinition({ blocks, dense }: Design, point: Float64Array, reml: boolean): number {
	const factors = factorsOf(systemOf({ blocks, dense }), point);
	const covariance = Matrix.eye(ROWS);
	blocks.forEach(({ codes, columns }, index) => {
		const factor = Matrix.from1DArray(columns.length, columns.length, factors[index] ?? []);
		const values = new Matrix(columns.map((column) => [...column])).transpose();
		const shared = values.mmul(factor).mmul(factor.transpose()).mmul(values.transpose());
		for (const i of range(ROWS))
			for (const j of range(ROWS))
				if (codes[i] === codes[j]) covariance.set(i, j, covariance.get(i, j) + shared.get(i, j));
	});
	const [x, y] = [
		new Matrix(dense.slice(0, 2).map((values) => [...values])).transpose(),
		Matrix.columnVector([...(dense[2] ?? [])]),
	];
	const weights = inverse(covariance);
	const information = x.transpose().mmul(weights).mmul(x);
	const residual = Matrix.sub(y, x.mmul(inverse(information)).mmul(x.transpose()).mmul(weights).mmul(y));
	const square = residual.transpose().mmul(weights).mmul(residual).get(0, 0);
	const degrees = reml ? ROWS - 2 : ROWS;
	return (
		logDet(covariance) + (reml ? logDet(information) : 0) + degrees * (1 + Math.log((2 * Math.PI * square) / degrees))
	);
}

function logDet(matrix: Matrix): number {
	const symmetric = Matrix.add(matrix, matrix.transpose()).mul(0.5);
	const lower = new CholeskyDecomposition(symmetric).lowerTriangularMatrix;
	return lower.diagonal().reduce((total, value) => total + 2 * Math.log(value), 0);
}

it("is tested with condensed inner levels and with others", () => {
	// The outermost node of a school is its second random term; people are below the first.
	const [apart, together] = DESIGNS.map(({ blocks, dense }) =>
		systemOf({ blocks, dense }).roots.flatMap(({ children }) => children),
	);
	expect(apart?.some(({ children }) => children.length > 0)).toBe(true);
	expect(together?.every(({ leaves }) => leaves.length > 0)).toBe(true);
});

const cases = DESIGNS.flatMap((design) => [true, false].map((reml) => ({ design, reml, name: design.name })));

describe.each(cases)("the profiled deviance of $name (REML: $reml)", ({ design, reml }) => {
	const systems = [undefined, clustersOf(design)].map((clusters) => systemOf({ ...design, clusters }));
	const point = pointOf(startingPoint(systems[0] ?? systemOf(design)).length);

	it.each(systems)("equals its definition, for every clustering of rows", (system) => {
		expect(evaluate(criterionOf(system, reml), point).value).toBeCloseTo(devianceByDefinition(design, point, reml), 8);
	});

	it.each(systems)("has a gradient equal to central differences", (system) => {
		const criterion = criterionOf(system, reml);
		const { gradient } = evaluate(criterion, point);
		const step = 1e-5;
		point.forEach((value, index) => {
			const [above, lower] = [step, -step].map((change) => {
				const moved = Float64Array.from(point);
				moved[index] = value + change;
				return evaluate(criterion, moved).value;
			});
			expect(gradient[index]).toBeCloseTo(((above ?? 0) - (lower ?? 0)) / (2 * step), 5);
		});
	});

	it("counts a cluster of weight 2 as two clusters", () => {
		const weights = new Float64Array(design.schools).fill(1);
		weights[0] = 2;
		weights[1] = 0;
		const criterion = criterionOf(systemOf({ ...design, clusters: clustersOf(design) }), reml);
		setWeights(criterion.system, criterion.workspace, weights);
		const written = criterionOf(systemOf(resampled(design, weights)), reml);
		const weighted = evaluate({ ...criterion, degrees: written.degrees }, point);
		const copied = evaluate(written, point);
		expect(weighted.value).toBeCloseTo(copied.value, 8);
		weighted.gradient.forEach((slope, index) => {
			expect(slope).toBeCloseTo(copied.gradient[index] ?? Number.NaN, 8);
		});
	});
});

/** The rows of a bootstrap draw; a school that is drawn twice becomes two schools with separate people. */
function resampled({ blocks, dense, school }: Design, weights: Float64Array) {
	const copies = range(ROWS).flatMap((row) => range(weights[school[row] ?? 0] ?? 0).map((copy) => ({ row, copy })));
	const pick = (values: Float64Array): Float64Array => Float64Array.from(copies, ({ row }) => values[row] ?? 0);
	const copied = ({ codes, levels, columns }: RandomBlock, isWithinSchools: boolean): RandomBlock => {
		const named = copies.map(({ row, copy }) => (codes[row] ?? 0) + (isWithinSchools ? copy * levels : 0));
		const known = isWithinSchools ? [...new Set(named)] : range(levels);
		return {
			codes: Int32Array.from(named, (name) => known.indexOf(name)),
			levels: known.length,
			columns: columns.map(pick),
		};
	};
	return { dense: dense.map(pick), blocks: blocks.map((block, index) => copied(block, index !== 2)) };
}
