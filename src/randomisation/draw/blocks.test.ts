import { describe, expect, it } from "vitest";
import { countBy, range, seedOf, spread } from "../../../test/support/randomisation/trial.ts";
import { equalShares } from "../monitor/balance.ts";
import { type BlockList, blockSizes, drawSlot, FIRST_SLOT, type Slot, sizeOfBlock, slotAfter } from "./blocks.ts";

const listOf = (sizes: readonly number[], seed = seedOf(1)): BlockList => ({
	seed,
	pool: "live",
	stratum: "all",
	rows: 4,
	sizes,
});

function slots(list: BlockList, count: number): Slot[] {
	const all: Slot[] = [];
	for (let slot = FIRST_SLOT; all.length < count; slot = slotAfter(list, slot)) all.push(slot);
	return all;
}

describe.each([[[4]], [[12]], [[4, 8]], [[4, 8, 12]]])(
	"permuted blocks of %j participants over four sequences",
	(sizes) => {
		const list = listOf(sizes);
		const drawn = slots(list, 2400).map((slot) => ({ ...slot, ...drawSlot(list, slot) }));

		it("have every sequence equally often in every block, one of each copy", () => {
			for (const block of range(100)) {
				const places = drawn.filter((slot) => slot.block === block);
				expect(places).toHaveLength(sizeOfBlock(list, block));
				const counts = countBy(places, ({ row, copy }) => `${row}.${copy}`);
				expect(Object.keys(counts)).toHaveLength(places.length);
				expect(spread(range(4).map((row) => places.filter((place) => place.row === row).length))).toBe(0);
			}
		});

		it("are never further from balance than half-filled blocks can be", () => {
			const bound = Math.max(...sizes) / 4;
			const counts = [0, 0, 0, 0];
			for (const { row } of drawn) {
				counts[row] = (counts[row] ?? 0) + 1;
				expect(spread(counts)).toBeLessThanOrEqual(bound);
			}
		});

		it("draw any place without those before it", () => {
			expect(drawSlot(list, { block: 57, place: 3 })).toEqual(drawSlot({ ...list }, { block: 57, place: 3 }));
			expect(() => drawSlot(list, { block: 0, place: 12 })).toThrow(RangeError);
		});
	},
);

describe("a concealed block", () => {
	/* n = 4,000 each; p > 1e-4 on fixed seeds. With fresh seeds a correct drawing fails with probability 1e-4 per test, 9 tests. */
	it.each(range(8))("has each sequence equally often at place %d of eight", (place) => {
		const list = listOf([8]);
		const rows = range(4000).map((block) => drawSlot(list, { block, place }).row);
		expect(equalShares(range(4).map((row) => rows.filter((drawn) => drawn === row).length))?.p).toBeGreaterThan(1e-4);
	});

	it("is its length, if sizes vary", () => {
		const list = listOf([4, 8, 12]);
		const sizes = range(4000).map((block) => sizeOfBlock(list, block));
		expect(equalShares([4, 8, 12].map((size) => sizes.filter((drawn) => drawn === size).length))?.p).toBeGreaterThan(
			1e-4,
		);
	});

	it("differs for another stratum, pool or seed", () => {
		const rows = (list: BlockList) =>
			slots(list, 40)
				.map((slot) => drawSlot(list, slot).row)
				.join("");
		const list = listOf([8]);
		const others = [list, { ...list, stratum: "x" }, { ...list, pool: "pilot" }, { ...list, seed: seedOf(2) }];
		expect(new Set(others.map(rows)).size).toBe(4);
	});
});

describe("the sizes of blocks", () => {
	it("are one complete set by default", () => {
		expect(blockSizes(6, undefined)).toEqual([6]);
		expect(blockSizes(6, 12)).toEqual([12]);
		expect(blockSizes(6, [6, 12])).toEqual([6, 12]);
	});

	it.each([[3], [7], [[6, 9]]])("refuse %j over six sequences", (size) =>
		expect(() => blockSizes(6, size)).toThrow(RangeError),
	);
});
