import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { nextTickMs, presentationMs, shownTexts, shownWholeMs, TICK_MS, visibleUnits } from "./pace.ts";
import type { TextArrivals } from "./text-arrivals.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const paces = fc.record({
	firstFrameMs: fc.integer({ min: 0, max: 60_000 }),
	charactersPerSecond: fc.double({ min: 1, max: 10_000, noNaN: true }),
});
const SEEDED = { seed: 20_260_501, numRuns: cases(500) };

const T0 = 1_800_000_000_000;
const at = (ms: number) => ({ startedAtMs: T0, nowMs: T0 + ms });
/** All text arrives this long after the start. */
const wholeAt = (ms: number): TextArrivals => [{ atMs: T0 + ms, units: Number.POSITIVE_INFINITY }];
const AT_ONCE = wholeAt(0);

describe("the visible text", () => {
	it.each([
		[0, 0],
		[899, 0],
		[900, 1],
		[1299, 1],
		[1300, 37],
		[2900, 181],
	])("at %d ms has %d units", (ms, visible) => expect(visibleUnits(AT_ONCE, at(ms), PACE)).toBe(visible));

	/* Of a model that is slower than the pace at the start and in the middle. */
	it("is the same for all text that arrives in time", () => {
		const slow = fc
			.array(fc.integer({ min: 0, max: 899 }), { maxLength: 20 })
			.map((times) =>
				[...times].sort((one, other) => one - other).map((ms, index) => ({ atMs: T0 + ms, units: 40 * (index + 1) })),
			);
		fc.assert(
			fc.property(slow, fc.integer({ min: 0, max: 6000 }), (arrivals, ms) => {
				const units = arrivals.at(-1)?.units ?? 0;
				const later = { atMs: T0 + 900 + (Math.max(0, units - 10) * 1000) / 90, units: Number.POSITIVE_INFINITY };
				if (units === 0) return;
				expect(visibleUnits([...arrivals, later], at(ms), PACE)).toBe(visibleUnits(AT_ONCE, at(ms), PACE));
			}),
			SEEDED,
		);
	});

	it("continues at the next whole two seconds, whether the text is a little late or very late", () => {
		for (const lateMs of [1, 300, 1700, 2000]) {
			const arrivals = wholeAt(900 + lateMs);
			for (let ms = 0; ms <= 6000; ms += 50) {
				const expected = ms < 2900 ? 0 : visibleUnits(AT_ONCE, at(ms - 2000), PACE);
				expect([lateMs, ms, visibleUnits(arrivals, at(ms), PACE)]).toEqual([lateMs, ms, expected]);
			}
		}
		expect(visibleUnits(wholeAt(900 + 2001), at(4899), PACE)).toBe(0);
		expect(visibleUnits(wholeAt(900 + 2001), at(4900), PACE)).toBe(1);
	});

	it("stops if text is missing, and continues by whole steps once a step of text is available", () => {
		const arrivals = [
			{ atMs: T0, units: 100 },
			{ atMs: T0 + 2300, units: 150 },
			{ atMs: T0 + 4500, units: 300 },
		];
		const seen = (ms: number) => visibleUnits(arrivals, at(ms), PACE);
		// The next tick lacks 9 of its 36 units, so it shows none.
		expect([seen(1699), seen(1700), seen(2100), seen(2899)]).toEqual([37, 73, 73, 73]);
		// 50 more units at 2,300 ms are less than a step. They wait for the rest, so their time does not show.
		expect([seen(2900), seen(4899), seen(4900), seen(5300)]).toEqual([73, 73, 109, 145]);
	});

	it("never shrinks, whenever it is read", () => {
		const pieces = fc.array(fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 200 })), { maxLength: 15 });
		fc.assert(
			fc.property(pieces, fc.nat({ max: 3000 }), (gaps, endMs) => {
				const sums = (at: 0 | 1) =>
					gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap[at], 0));
				const [times, lengths] = [sums(0), sums(1)];
				const arrivals = times.map((ms, index) => ({ atMs: T0 + ms, units: lengths[index] ?? 0 }));
				const lastMs = T0 + (times.at(-1) ?? 0) + endMs;
				const all = [...arrivals, { atMs: lastMs, units: Number.POSITIVE_INFINITY }];
				let before = 0;
				for (let now = 0; now < 60_000; now += 70) {
					const visible = visibleUnits(all, at(now), PACE);
					expect(visible).toBeGreaterThanOrEqual(before);
					const there = all.findLast(({ atMs }) => atMs <= T0 + now)?.units ?? 0;
					expect(visible).toBeLessThanOrEqual(there);
					before = visible;
				}
			}),
			{ ...SEEDED, numRuns: cases(50) },
		);
	});
});

describe("presentationMs", () => {
	it("is when the last character is first visible if nothing is late, within a tick", () => {
		fc.assert(
			fc.property(paces, fc.integer({ min: 2, max: 20_000 }), (pace, length) => {
				const endMs = presentationMs(length, pace);
				expect(visibleUnits(AT_ONCE, at(endMs + TICK_MS), pace)).toBeGreaterThanOrEqual(length);
				expect(visibleUnits(AT_ONCE, at(endMs - 1), pace)).toBeLessThan(length);
			}),
			SEEDED,
		);
	});

	it("is the first frame's for an empty text, and 0 for as-is", () => {
		expect(presentationMs(0, PACE)).toBe(900);
		expect(presentationMs(500, "as-is")).toBe(0);
	});
});

describe("shownWholeMs", () => {
	it("is the tick at which the last character is first visible", () => {
		fc.assert(
			fc.property(paces, fc.integer({ min: 2, max: 20_000 }), (pace, length) => {
				const wholeMs = shownWholeMs(length, AT_ONCE, T0, pace);
				expect(visibleUnits(AT_ONCE, at(wholeMs), pace)).toBeGreaterThanOrEqual(length);
				expect(visibleUnits(AT_ONCE, at(wholeMs - 1), pace)).toBeLessThan(length);
				expect(nextTickMs(wholeMs - 1, pace)).toBe(wholeMs);
			}),
			SEEDED,
		);
	});

	it("does not show whether a model ended before its last character was due, or before the next tick", () => {
		const endOf = (ms: number) => shownWholeMs(100, [{ atMs: T0, units: 100 }, ...wholeAt(ms)], T0, PACE);
		expect([endOf(0), endOf(2000), endOf(2001), endOf(2100), endOf(2101)]).toEqual([2100, 2100, 2100, 2100, 2900]);
	});

	it("is delayed by whole steps, for a text and for a failure without text", () => {
		for (const length of [0, 73]) {
			const ends = [0, 900, 901, 2900, 2901].map((ms) => shownWholeMs(length, wholeAt(ms), T0, PACE));
			const inTime = presentationMs(length, PACE);
			expect(ends).toEqual([inTime, inTime, inTime + 2000, inTime + 2000, inTime + 4000]);
		}
	});

	it("waits for a model that has stopped but not ended", () => {
		const arrivals = [{ atMs: T0, units: 73 }, ...wholeAt(2600)];
		expect(shownWholeMs(73, arrivals, T0, PACE)).toBe(2900);
	});

	it("is 0 for as-is and for no candidates", () => {
		expect(shownWholeMs(5, AT_ONCE, T0, "as-is")).toBe(0);
		expect(shownWholeMs(5, [], T0, PACE)).toBe(0);
	});
});

describe("shownTexts", () => {
	const texts = { a: "x".repeat(500), b: "y".repeat(40) };
	const shown = (ms: number, arrivals = AT_ONCE) =>
		shownTexts({ texts, writing: [], arrivals, ended: false }, at(ms), PACE);

	it("shows as many characters of each candidate at the same time", () => {
		expect([shown(1400).a?.length, shown(1400).b?.length]).toEqual([37, 37]);
	});

	it("does not show one candidate before another that is still being written", () => {
		const both = shown(5000, [{ atMs: T0, units: 40 }]);
		expect([both.a?.length, both.b?.length]).toEqual([37, 37]);
	});

	it("changes at the pace's ticks, whenever readers read", () => {
		const lengthAt = (ms: number) => shown(ms).a?.length;
		expect([lengthAt(900), lengthAt(1299), lengthAt(1300), lengthAt(1442)]).toEqual([1, 1, 37, 37]);
		expect([nextTickMs(0, PACE), nextTickMs(900, PACE), nextTickMs(1442, PACE)]).toEqual([900, 1300, 1700]);
	});

	it("shows the stored text for as-is, and everything once the reply has ended", () => {
		expect(shownTexts({ texts, writing: ["a"], arrivals: [], ended: false }, at(0), "as-is")).toEqual(texts);
		expect(shownTexts({ texts, writing: [], arrivals: [], ended: true }, at(0), PACE)).toEqual(texts);
	});
});
