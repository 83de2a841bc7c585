import { describe, expect, it } from "vitest";
import { range, seedOf } from "../../../test/support/randomisation/trial.ts";
import { below, chance, type RandomStream, randomStream, shuffle } from "../draw/generator.ts";
import { ratioFails } from "./balance.ts";

const STUDIES = 1000;
const STUDIES_IN_BLOCKS = 200;
const PEOPLE = 400;

/** The smallest chi-square at p < 0.001, with one degree of freedom. Below it no tail has to be computed. */
const NEVER_FAILS = 10.8;

type Draw = (stream: RandomStream, cells: number) => () => number;

const atRandom: Draw = (stream, cells) => () => below(stream, cells);
const inBlocks: Draw = (stream, cells) => {
	let block: number[] = [];
	return () => {
		if (block.length === 0) block = shuffle(stream, range(cells));
		return block.pop() ?? 0;
	};
};

/** Whether the monitor, asked after each arrival and each leaver, ever warns in a study without faults. */
function everFails(stream: RandomStream, cells: number, draw: () => number, leaving: number): boolean {
	const counts: number[] = range(cells).map(() => 0);
	const held: number[] = [];
	const fails = () => {
		const squares = counts.reduce((sum, count) => sum + count ** 2, 0);
		return (cells * squares) / held.length - held.length > NEVER_FAILS && ratioFails(counts);
	};
	for (let arrived = 0; arrived < PEOPLE; arrived += 1) {
		const cell = draw();
		held.push(cell);
		counts[cell] = (counts[cell] ?? 0) + 1;
		if (fails()) return true;
		if (leaving === 0 || !chance(stream, leaving)) continue;
		const [left = 0] = held.splice(below(stream, held.length), 1);
		counts[left] = (counts[left] ?? 0) - 1;
		if (held.length > 0 && fails()) return true;
	}
	return false;
}

const falseAlarms = (cells: number, draw: Draw, studies: number, leaving = 0): number =>
	range(studies).filter((study) => {
		const stream = randomStream(seedOf(11), ["ratio", cells, study]);
		return everFails(stream, cells, draw(stream, cells), leaving);
	}).length;

/*
 * n = 1,000 studies of 400 arrivals each, from one seed, so the counts are exact and are in docs/randomisation.md. With
 * fresh seeds they vary by about 4 in 1,000 (one standard deviation), so a count above 35 has a chance of about 1e-4. For
 * blocks n = 200: none in 200 means fewer than 1.5 in 100, with 95 % confidence.
 */
describe("the sample ratio, tested after every arrival", () => {
	it.each([
		[2, 15],
		[4, 8],
		[8, 16],
	])("warns falsely in some studies whose orders are drawn at random: %i cells", (cells, alarms) => {
		expect(falseAlarms(cells, atRandom, STUDIES)).toBe(alarms);
		expect(alarms).toBeLessThan(35);
	});

	it.each([2, 4, 8])(
		"never warns falsely with blocks, whether or not three in ten leave by chance: %i cells",
		(cells) => {
			expect(falseAlarms(cells, inBlocks, STUDIES_IN_BLOCKS)).toBe(0);
			expect(falseAlarms(cells, inBlocks, STUDIES_IN_BLOCKS, 0.3)).toBe(0);
		},
	);
});
