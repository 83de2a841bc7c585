import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextStepMs, positionAt, type Revealing, received, shownUpTo } from "./revealed-text.ts";

/** Under a pace. */
const EVERY_MS = 400;
/** The positions at these times, of frames that come at other times. */
function positions(
	frames: readonly (readonly [atMs: number, longest: number])[],
	times: readonly number[],
	everyMs = EVERY_MS,
): number[] {
	return times.map((ms) => {
		const came = frames.filter(([atMs]) => atMs <= ms);
		const revealing = came.reduce((before, [atMs, longest]) => received(before, longest, atMs, everyMs), shownUpTo(0));
		return positionAt(revealing, ms, everyMs);
	});
}

describe("the text of a frame", () => {
	it("is shown in steps of about a tenth of a second, of which the last comes before the next frame", () => {
		const paced = positions([[0, 40]], [0, 99, 100, 199, 200, 299, 300, 399, 9999], 400);
		expect(paced).toEqual([10, 10, 20, 20, 30, 30, 40, 40, 40]);
		const unpaced = positions([[0, 30]], [0, 83, 84, 166, 167, 249, 9999], 250);
		expect(unpaced).toEqual([10, 10, 20, 20, 30, 30, 30]);
	});

	it("grows as evenly over many frames as within one", () => {
		const frames = [0, 1, 2].map((frame) => [frame * EVERY_MS, (frame + 1) * 40] as const);
		const times = Array.from({ length: 12 }, (_, step) => (step * EVERY_MS) / 4);
		expect(positions(frames, times)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
	});

	it("has its first sign at once", () => expect(positions([[0, 1]], [0])).toEqual([1]));

	it("continues where the last one was if it comes early, and loses nothing", () => {
		const frames = [
			[0, 40],
			[150, 80],
		] as const;
		expect(positions(frames, [149, 150, 250, 350, 450])).toEqual([20, 35, 50, 65, 80]);
	});

	it("starts nothing anew if a shorter text of the same frame comes later", () => {
		expect(received({ from: 0, to: 30, sinceMs: 0 }, 12, 40, EVERY_MS)).toEqual({ from: 0, to: 30, sinceMs: 0 });
	});

	it("never shrinks, never goes beyond what was received, and is whole before long", () => {
		const gaps = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 200 })), {
			minLength: 1,
			maxLength: 20,
		});
		fc.assert(
			fc.property(gaps, (each) => {
				let [atMs, longest] = [0, 0];
				const frames = each.map(([gapMs, units]) => {
					atMs += gapMs;
					longest += units;
					return [atMs, longest] as const;
				});
				const times = Array.from({ length: Math.ceil((atMs + EVERY_MS) / 20) + 1 }, (_, look) => look * 20);
				let before = 0;
				for (const [look, position] of positions(frames, times).entries()) {
					const there = frames.filter(([cameMs]) => cameMs <= (times[look] ?? 0)).at(-1)?.[1] ?? 0;
					expect(position).toBeGreaterThanOrEqual(before);
					expect(position).toBeLessThanOrEqual(there);
					before = position;
				}
				expect(before).toBe(longest);
			}),
			{ seed: 20_261_130, numRuns: 100 },
		);
	});
});

describe("the time until more is shown", () => {
	const revealing: Revealing = { from: 0, to: 30, sinceMs: 1000 };

	it("is that of the next step, and there is none after the last", () => {
		const next = (ms: number) => nextStepMs(revealing, 1000 + ms, EVERY_MS);
		expect([next(0), next(130), next(299), next(300), next(9999)]).toEqual([100, 70, 1, null, null]);
	});

	it("is none once everything is shown", () => {
		expect(nextStepMs(shownUpTo(30), 1000, EVERY_MS)).toBeNull();
		expect(positionAt(shownUpTo(30), 1000, EVERY_MS)).toBe(30);
	});
});
