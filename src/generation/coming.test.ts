import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Came, cameTogether, unitsBy } from "./coming.ts";

const growing = array(tuple(integer({ min: 1, max: 50 }), constantFrom(1, 2, 7)), { maxLength: 30 }).map(
	(steps): Came => {
		let [atMs, units] = [0, 0];
		return steps.map(([later, more]) => {
			atMs += later;
			units += more;
			return { atMs, units };
		});
	},
);

/** As one would say it. */
const said = (came: Came, atMs: number): number => came.filter((each) => each.atMs <= atMs).at(-1)?.units ?? 0;

describe("what had come by a time", () => {
	it("is the last that came until then", () =>
		assert(
			property(growing, integer({ min: -5, max: 1600 }), (came, atMs) => {
				expect(unitsBy(came, atMs)).toBe(said(came, atMs));
			}),
		));

	it("is of several candidates what all of them had", () =>
		assert(
			property(array(growing, { minLength: 1, maxLength: 4 }), integer({ min: 0, max: 1600 }), (candidates, atMs) => {
				const together = Math.min(...candidates.map((came) => said(came, atMs)));
				expect(said(cameTogether(candidates), atMs)).toBe(together);
			}),
		));
});
