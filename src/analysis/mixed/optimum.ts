import { FormulaError } from "../formula/expression.ts";
import { at } from "../numeric/arrays.ts";
import { type Minimum, minimise } from "../numeric/minimise.ts";
import { type Criterion, evaluate, factorsOf, startingPoint } from "./criterion.ts";
import { parameterCount } from "./effects.ts";
import { type Eliminated, eliminate } from "./elimination/eliminate.ts";

/** A diagonal of a relative factor below this counts as 0. */
const NEAR_ZERO = 1e-3;
/** Standard deviations, relative to the residual, that are tried after the search ended at 0. */
const ESCAPE_SIZES = [0.02, 0.1, 0.5];
const MAX_ESCAPES = 5;

/**
 * The minimum of the profiled deviance. The deviance is even in each diagonal of a factor, so 0 is always a stationary point,
 * and a search that stops there may be on a ridge. So the search continues if another value is lower. Throws a FormulaError if
 * no residual variation is left.
 */
export function optimum(criterion: Criterion): { readonly minimum: Minimum; readonly found: Eliminated } {
	const search = (point: Float64Array): Minimum => minimise((here) => evaluate(criterion, here), { point });
	let minimum = search(startingPoint(criterion.system));
	for (let escapes = 0; escapes < MAX_ESCAPES; escapes += 1) {
		const lower = escapeFromZero(criterion, minimum);
		if (!lower) break;
		minimum = search(lower);
	}
	minimum = withoutTinyDeviations(criterion, minimum);
	const found = eliminate(criterion.system, criterion.workspace, factorsOf(criterion.system, minimum.point));
	if (!found || found.residual < 1e-16 * criterion.degrees)
		throw new FormulaError(
			"The model fits the data without any residual, so its variances cannot be estimated. Use fewer terms.",
		);
	return { minimum, found };
}

/** Sets a single standard deviation near 0 to 0 if the fit is as good. */
function withoutTinyDeviations(criterion: Criterion, minimum: Minimum): Minimum {
	const point = Float64Array.from(minimum.point);
	for (const index of diagonals(criterion, 1)) if (Math.abs(at(point, index)) < NEAR_ZERO) point[index] = 0;
	const there = evaluate(criterion, point);
	return there.value <= minimum.value + 1e-10 * (1 + Math.abs(minimum.value))
		? { ...minimum, point, ...there }
		: minimum;
}

function escapeFromZero(criterion: Criterion, { point, value }: Minimum): Float64Array | null {
	for (const index of diagonals(criterion)) {
		if (Math.abs(at(point, index)) > NEAR_ZERO) continue;
		for (const size of ESCAPE_SIZES) {
			const moved = Float64Array.from(point);
			moved[index] = size;
			if (evaluate(criterion, moved).value < value - 1e-9 * (1 + Math.abs(value))) return moved;
		}
	}
	return null;
}

/** The indices of the factors' diagonals among the parameters; only for factors of this width, if given. */
function diagonals({ system }: Criterion, ofWidth?: number): number[] {
	let start = 0;
	return system.blocks.flatMap(({ columns }) => {
		const places = columns.map(
			(_, column) => start + parameterCount(columns.length) - parameterCount(columns.length - column),
		);
		start += parameterCount(columns.length);
		return ofWidth === undefined || columns.length === ofWidth ? places : [];
	});
}
