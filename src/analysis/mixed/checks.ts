import { FormulaError } from "../formula/expression.ts";
import type { FramedRandomTerm, ModelFrame } from "../formula/model-frame.ts";
import type { FixedDesign } from "../linear/fixed-design.ts";
import { orthogonalise } from "../numeric/orthogonal.ts";
import { partition } from "./elimination/blocks.ts";

/** Crossed effects are solved as one dense matrix: this size takes 130 MB and minutes. */
const MOST_CROSSED = 4000;

/** Refuses what lme4 refuses: random effects that the data cannot separate from the residuals. */
export function checkTerms(frame: ModelFrame, design: FixedDesign): void {
	const rows = frame.rows.length;
	if (rows <= design.kept.length)
		throw new FormulaError(
			`${rows} rows cannot identify ${design.kept.length} fixed coefficients and a residual variance.`,
		);
	for (const term of frame.random) checkTerm(term, rows);
	checkSize(frame);
}

function checkTerm({ group, grouping, effects }: FramedRandomTerm, rows: number): void {
	const levels = grouping.levels.length;
	if (levels < 2)
		throw new FormulaError(
			`"${group}" has one level ("${grouping.levels[0]}"). A variance between levels needs at least two.`,
		);
	if (levels >= rows)
		throw new FormulaError(
			`"${group}" has a separate level for each of the ${rows} rows, just like the residual. Remove (1 | ${group}).`,
		);
	if (effects.columns.length === 0)
		throw new FormulaError(`The random term of "${group}" has no effects. Write (1 | ${group}).`);
	const width = orthogonalise(effects.columns).kept.length;
	if (width * levels >= rows)
		throw new FormulaError(
			`(${effects.names.join(" + ")} | ${group}) has ${width * levels} random effects and the data have ${rows} rows, so they cannot be separated from the residuals. Use fewer.`,
		);
}

function checkSize(frame: ModelFrame): void {
	const blocks = frame.random.map(({ grouping, effects }) => ({
		codes: grouping.codes,
		levels: grouping.levels.length,
		columns: effects.columns,
	}));
	const crossed = partition(blocks).crossed.reduce(
		(total, index) => total + (blocks[index]?.levels ?? 0) * (blocks[index]?.columns.length ?? 0),
		0,
	);
	if (crossed > MOST_CROSSED)
		throw new FormulaError(
			`The crossed random terms have ${crossed} effects. The limit is ${MOST_CROSSED}: group levels, or remove a term.`,
		);
}
