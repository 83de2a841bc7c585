import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { seedOf } from "../../../test/support/trial.ts";
import { below, randomStream } from "../../randomisation/generator.ts";
import { range } from "../numeric/arrays.ts";
import { systemOf } from "./build-system.ts";
import { criterionOf, evaluate, factorsOf, startingPoint } from "./criterion.ts";
import { setWeights } from "./workspace.ts";

/** 200 rows of people within 20 schools, crossed with 7 items; random slopes; numbers without meaning. */
const stream = randomStream(seedOf(1), ["mixed"]);
const rows = 200;
const uniform = (): number => below(stream, 1_000_000) / 1_000_000 - 0.5;
const column = (): Float64Array => Float64Array.from(range(rows), uniform);
const codes = (levels: number): Int32Array => Int32Array.from(range(rows), () => below(stream, levels));
const ones = new Float64Array(rows).fill(1);
const person = codes(60);
const school = person.map((level) => level % 20);
const blocks = [
	{ codes: school, levels: 20, columns: [ones, column()] },
	{ codes: person, levels: 60, columns: [ones] },
	{ codes: codes(7), levels: 7, columns: [ones, column(), column()] },
	{ codes: school, levels: 20, columns: [column()] },
];
const dense = [column(), column(), column()];
const clusters = { codes: school, count: 20 };

const pointOf = (system: ReturnType<typeof systemOf>): Float64Array =>
	startingPoint(system).map((value, index) => value + 0.1 * Math.sin(index + 1));

/** The deviance from the whole covariance matrix of the rows, as it is defined. */
function devianceByDefinition(reml: boolean): number {
	const system = systemOf({ blocks, dense });
	const factors = factorsOf(system, pointOf(system));
	const covariance = Matrix.eye(rows);
	blocks.forEach(({ codes: own, columns }, index) => {
		const factor = Matrix.from1DArray(columns.length, columns.length, factors[index] ?? []);
		const ofEffects = factor.mmul(factor.transpose());
		for (const i of range(rows))
			for (const j of range(rows)) {
				if (own[i] !== own[j]) continue;
				const [left, right] = [i, j].map((row) => columns.map((values) => values[row] ?? 0));
				const shared = Matrix.rowVector(left ?? [])
					.mmul(ofEffects)
					.mmul(Matrix.columnVector(right ?? []))
					.get(0, 0);
				covariance.set(i, j, covariance.get(i, j) + shared);
			}
	});
	const [x, y] = [
		new Matrix(dense.slice(0, 2).map((values) => [...values])).transpose(),
		Matrix.columnVector([...(dense[2] ?? [])]),
	];
	const weights = inverse(covariance);
	const information = x.transpose().mmul(weights).mmul(x);
	const residual = Matrix.sub(y, x.mmul(inverse(information)).mmul(x.transpose()).mmul(weights).mmul(y));
	const square = residual.transpose().mmul(weights).mmul(residual).get(0, 0);
	const degrees = reml ? rows - 2 : rows;
	return (
		logDet(covariance) + (reml ? logDet(information) : 0) + degrees * (1 + Math.log((2 * Math.PI * square) / degrees))
	);
}

function logDet(matrix: Matrix): number {
	const symmetric = Matrix.add(matrix, matrix.transpose()).mul(0.5);
	const lower = new CholeskyDecomposition(symmetric).lowerTriangularMatrix;
	return lower.diagonal().reduce((total, value) => total + 2 * Math.log(value), 0);
}

describe.each([true, false])("the profiled deviance (REML: %s)", (reml) => {
	it.each([undefined, clusters])("is what its definition says, however rows are clustered", (clustered) => {
		const criterion = criterionOf(systemOf({ blocks, dense, clusters: clustered }), reml);
		expect(evaluate(criterion, pointOf(criterion.system)).value).toBeCloseTo(devianceByDefinition(reml), 9);
	});

	it.each([undefined, clusters])("has the gradient of its central differences", (clustered) => {
		const criterion = criterionOf(systemOf({ blocks, dense, clusters: clustered }), reml);
		const point = pointOf(criterion.system);
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
		const weights = new Float64Array(20).fill(1);
		weights[3] = 2;
		weights[5] = 0;
		const criterion = criterionOf(systemOf({ blocks, dense, clusters }), reml);
		setWeights(criterion.system, criterion.workspace, weights);
		const drawn = resampled(weights);
		const written = criterionOf(systemOf(drawn), reml);
		const degrees = written.degrees;
		const point = pointOf(criterion.system);
		const [weighted, copied] = [evaluate({ ...criterion, degrees }, point), evaluate(written, point)];
		expect(weighted.value).toBeCloseTo(copied.value, 9);
		weighted.gradient.forEach((slope, index) => {
			expect(slope).toBeCloseTo(copied.gradient[index] ?? Number.NaN, 9);
		});
	});
});

/** The rows of a draw written out; a school that is drawn twice becomes two, with people of their own. */
function resampled(weights: Float64Array) {
	const copies = range(rows).flatMap((row) => range(weights[school[row] ?? 0] ?? 0).map((copy) => ({ row, copy })));
	const pick = (values: Float64Array): Float64Array => Float64Array.from(copies, ({ row }) => values[row] ?? 0);
	return {
		dense: dense.map(pick),
		blocks: blocks.map(({ codes: own, levels, columns }) => {
			const isItem = levels === 7;
			const named = copies.map(({ row, copy }) => (own[row] ?? 0) + (isItem ? 0 : copy * levels));
			const known = [...new Set(named)];
			return {
				codes: Int32Array.from(named, (name) => known.indexOf(name)),
				levels: isItem ? 7 : known.length,
				columns: columns.map(pick),
				...(isItem ? { codes: Int32Array.from(named) } : {}),
			};
		}),
	};
}
