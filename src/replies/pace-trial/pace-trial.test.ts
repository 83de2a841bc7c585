import { describe, expect, it } from "vitest";
import { LEXICON } from "../../self-identification/names/lexicon.ts";
import { firstTextMs, lateSteps, median, paceThatHolds, rateOf, type Trial, verdictOf } from "./pace-trial.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };

/** Ten characters per piece. */
function trial(firstMs: number, charactersPerSecond: number, { characters = 600, ended = false } = {}): Trial {
	const gapMs = 10_000 / charactersPerSecond;
	const pieces = Array.from({ length: characters / 10 }, (_, index) => ({
		atMs: firstMs + index * gapMs,
		text: "word word ",
	}));
	return { pieces, endedAtMs: ended ? (pieces.at(-1)?.atMs ?? 0) : null };
}

describe("one trial", () => {
	it("has a first text and a rate", () => {
		expect(firstTextMs(trial(300, 50))).toBe(300);
		expect(rateOf(trial(300, 50))).toBeCloseTo(50);
	});

	it("has no rate if the text came at once", () => {
		expect(rateOf({ pieces: [{ atMs: 700, text: "All of it." }], endedAtMs: 700 })).toBe(Number.POSITIVE_INFINITY);
	});

	it("is late by the steps that participants would see", () => {
		expect(lateSteps(trial(300, 200), { pace: PACE })).toBe(0);
		expect(lateSteps(trial(1000, 200), { pace: PACE })).toBe(1);
		expect(lateSteps(trial(3000, 200), { pace: PACE })).toBe(2);
	});

	it("has to be complete before the first frame if replies are regenerated", () => {
		const screening = { handling: "regenerate", lexicon: LEXICON } as const;
		// 300 ms, and 1,500 characters at 500 a second.
		expect(lateSteps(trial(300, 500), { pace: PACE, screening })).toBe(2);
		expect(lateSteps(trial(300, 500, { characters: 200, ended: true }), { pace: PACE, screening })).toBe(0);
	});
});

describe("the verdict on a model", () => {
	const of = (...trials: Trial[]) => verdictOf(trials, { pace: PACE });

	it("is `kept` if a quarter is to spare", () => {
		expect(of(trial(300, 200), trial(500, 150), trial(600, 300))).toBe("kept");
	});

	it("is `late` if most replies would be late", () => {
		expect(of(trial(2300, 200), trial(300, 200), trial(2100, 200))).toBe("late");
	});

	it("is `late` if its rate is too low, even if a short trial does not show it", () => {
		expect(lateSteps(trial(100, 85), { pace: PACE })).toBe(0);
		expect(of(trial(100, 85))).toBe("late");
	});

	it("is `close` if some replies would be late or little is to spare", () => {
		expect(of(trial(2300, 200), trial(300, 200), trial(300, 200))).toBe("close");
		expect(of(trial(300, 100))).toBe("close");
		expect(of(trial(800, 300))).toBe("close");
	});

	it("is `unknown` without a measurement", () => expect(of()).toBe("unknown"));
});

describe("the suggested pace", () => {
	it("is the study's if all models keep it", () => {
		expect(paceThatHolds([trial(300, 200)], { pace: PACE })).toEqual(PACE);
	});

	it("is kept by the slowest trial with a margin", () => {
		const trials = [trial(300, 200), trial(2300, 40)];
		const pace = paceThatHolds(trials, { pace: PACE });
		expect(pace).not.toBeNull();
		expect(pace?.charactersPerSecond).toBe(32);
		expect(pace?.firstFrameMs).toBeGreaterThan(2300);
		expect(verdictOf(trials, { pace: pace ?? PACE })).toBe("kept");
	});

	it("does not exist for a model that writes less than a character per second", () => {
		expect(paceThatHolds([trial(300, 1)], { pace: PACE })).toBeNull();
	});
});

it("takes the middle of several numbers", () => {
	expect(median([5, 1, 3])).toBe(3);
	expect(median([1, 2, 3, 4])).toBe(2.5);
});
