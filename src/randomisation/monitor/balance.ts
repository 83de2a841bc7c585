import type { SlotStatus } from "../draw/allocation.ts";
import type { Allotment } from "../draw/blocks.ts";
import { cellsOf, type Scheme } from "../draw/scheme.ts";
import { type Course, courseOf } from "../plan/course.ts";
import { drawPlan } from "../plan/draw-plan.ts";
import type { ArmLabel } from "../plan/plan.ts";
import { chiSquareTail } from "./chi-square.ts";
import { type Exposure, exposureOf } from "./exposure.ts";
import { RATIO_FAILS_BELOW } from "./ratio-limit.ts";

/** A lapsed place counts as released. */
type Tallied = Exclude<SlotStatus, "lapsed">;

/** How many participants of a pool have this sequence in this stratum, by the status of their places. */
export type SequenceTally = {
	readonly sequence: readonly ArmLabel[];
	readonly stratum: string;
} & Readonly<Record<Tallied, number>>;

/** The same, split by courses. */
export type CourseTally = SequenceTally & { readonly course: Course };

export type ChiSquareTest = { readonly chiSquare: number; readonly df: number; readonly p: number };

export type Balance = Exposure & {
	readonly sequences: readonly SequenceTally[];
	/** Whether those who hold a place are spread over the sequences as designed. Null while nobody does. */
	readonly sampleRatio: ChiSquareTest | null;
	/** Whether people leave some sequences more often than others. Null while nobody or everybody was released. */
	readonly attrition: ChiSquareTest | null;
	/** The sample ratio fails at p < 0.001, with enough participants for the test. */
	readonly warning: boolean;
};

/** Cochran's rule: with fewer expected in a cell, the chi-square distribution does not fit the statistic. */
const EXPECTED_AT_LEAST = 5;

/** The summed tallies of one pool. Sequences that nobody has are listed too, for each stratum. */
export function balanceOf(scheme: Scheme, tallies: readonly CourseTally[]): Balance {
	const sequences = withEmpty(scheme, bySequence(tallies)).sort(byName);
	const held = cellsOf(scheme).map((cell) => sum(sequences.filter(inCell(cell)).map(holding)));
	const drawn = cellsOf(scheme).map((cell) =>
		sum(sequences.filter(inCell(cell)).map((tally) => holding(tally) + tally.released)),
	);
	return {
		sequences,
		...exposureOf(
			scheme,
			tallies.map((tally) => ({ course: tally.course, n: holding(tally) })),
		),
		sampleRatio: equalShares(held),
		attrition: homogeneity(held, drawn),
		warning: ratioFails(held),
	};
}

/** The tally of one participant, whose course is drawn again. */
export function tallyOf(scheme: Scheme, { allotment, status }: TalliedSlot): CourseTally {
	const plan = drawPlan(scheme, allotment);
	const none = { reserved: 0, confirmed: 0, released: 0 };
	return {
		sequence: plan.sequence,
		stratum: plan.stratum,
		course: courseOf(plan),
		...none,
		[status === "lapsed" ? "released" : status]: 1,
	};
}

type TalliedSlot = { readonly allotment: Allotment; readonly status: SlotStatus };

function bySequence(tallies: readonly CourseTally[]): SequenceTally[] {
	const groups = Map.groupBy(tallies, nameOf).values();
	return [...groups].flatMap((group) =>
		group.slice(0, 1).map(({ sequence, stratum }) => ({
			sequence,
			stratum,
			reserved: sum(group.map(({ reserved }) => reserved)),
			confirmed: sum(group.map(({ confirmed }) => confirmed)),
			released: sum(group.map(({ released }) => released)),
		})),
	);
}

/** Pearson's test that all cells are equally likely. Null without counts, or with fewer than two cells. */
export function equalShares(counts: readonly number[]): ChiSquareTest | null {
	const total = sum(counts);
	const df = counts.length - 1;
	if (total === 0 || df < 1) return null;
	const expected = total / counts.length;
	const chiSquare = sum(counts.map((count) => (count - expected) ** 2 / expected));
	return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

/** Whether the sample ratio fails. The allocation log records each time that it starts to fail. */
export function ratioFails(counts: readonly number[]): boolean {
	if (sum(counts) < EXPECTED_AT_LEAST * counts.length) return false;
	const test = equalShares(counts);
	return test !== null && test.p < RATIO_FAILS_BELOW;
}

/** Pearson's test that each cell keeps the same share, over the cells that have draws. */
function homogeneity(kept: readonly number[], drawn: readonly number[]): ChiSquareTest | null {
	const share = sum(kept) / sum(drawn);
	const cells = drawn.flatMap((n, index) => (n > 0 ? [{ n, kept: kept[index] ?? 0 }] : []));
	if (!(share > 0 && share < 1) || cells.length < 2) return null;
	const chiSquare = sum(cells.map(({ n, kept: k }) => (k - n * share) ** 2 / (n * share * (1 - share))));
	return { chiSquare, df: cells.length - 1, p: chiSquareTail(chiSquare, cells.length - 1) };
}

function withEmpty(scheme: Scheme, tallies: readonly SequenceTally[]): SequenceTally[] {
	const present = new Set(tallies.map(nameOf));
	const strata = [...new Set(tallies.map(({ stratum }) => stratum))];
	const empty = strata.flatMap((stratum) =>
		(scheme.set ?? []).map((sequence) => ({ sequence, stratum, reserved: 0, confirmed: 0, released: 0 })),
	);
	return [...tallies, ...empty.filter((tally) => !present.has(nameOf(tally)))];
}

/** A cell is a sequence of the set, or the first arm. */
const inCell =
	(cell: readonly ArmLabel[]) =>
	({ sequence }: SequenceTally): boolean =>
		cell.every((label, index) => sequence[index] === label);

const holding = ({ reserved, confirmed }: SequenceTally): number => reserved + confirmed;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const nameOf = ({ stratum, sequence }: SequenceTally): string => JSON.stringify([stratum, sequence]);
const byName = (one: SequenceTally, other: SequenceTally): number => (nameOf(one) < nameOf(other) ? -1 : 1);
