import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedArrivals, type TextArrivals, unitsArrivedBy } from "./text-arrivals.ts";

const growing = array(tuple(integer({ min: 1, max: 50 }), constantFrom(1, 2, 7)), { maxLength: 30 }).map(
	(steps): TextArrivals => {
		let [atMs, units] = [0, 0];
		return steps.map(([later, more]) => {
			atMs += later;
			units += more;
			return { atMs, units };
		});
	},
);

/** The definition, without binary search. */
const expectedUnits = (arrivals: TextArrivals, atMs: number): number =>
	arrivals.filter((each) => each.atMs <= atMs).at(-1)?.units ?? 0;

describe("the units that have arrived by a time", () => {
	it("are those of the last arrival before it", () =>
		assert(
			property(growing, integer({ min: -5, max: 1600 }), (arrivals, atMs) => {
				expect(unitsArrivedBy(arrivals, atMs)).toBe(expectedUnits(arrivals, atMs));
			}),
		));

	it("of several candidates are those that all of them have", () =>
		assert(
			property(array(growing, { minLength: 1, maxLength: 4 }), integer({ min: 0, max: 1600 }), (candidates, atMs) => {
				const together = Math.min(...candidates.map((arrivals) => expectedUnits(arrivals, atMs)));
				expect(expectedUnits(sharedArrivals(candidates), atMs)).toBe(together);
			}),
		));
});
