import { describe, expect, it } from "vitest";
import {
	consented,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { activeAfter } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import { timeLeft } from "./time-left.ts";

const study = studyWith({ duration: "PT25M" });
/** So long after the event before it. */
const lateBy =
	(minutes: number, teller: Teller): Teller =>
	(now) => ({ ...teller(now), atMs: now.atMs + minutes * 60_000 });
const leftAfter = (...tellers: readonly Teller[]) => timeLeft(study, activeAfter(study, ...tellers)).minutesLeft;

describe("the time that is left", () => {
	it("is none in a study that states no duration", () =>
		expect(timeLeft(studyWith(), activeAfter(studyWith(), started))).toEqual({}));
	it("begins at the stated duration", () => expect(leftAfter(started)).toBe(25));
	it("is less after each step that took as long as it should", () => {
		const steps = [started, consented, filled(ABOUT), randomised(PLANS.mixed), said("hello"), wrote({ a: "hi" })];
		const left = [1, 2, 3, 6].map((many) => leftAfter(...steps.slice(0, many)) ?? 0);
		expect(left.toSorted((one, other) => other - one)).toEqual(left);
		expect(left.at(-1)).toBeLessThan(25);
	});
	it("says what is left once the step at hand is done", () => {
		const { minutesLeft = 0, minutesAfterStep = 0 } = timeLeft(study, activeAfter(study, started));
		expect(minutesAfterStep).toBeLessThan(minutesLeft);
	});
	it("grows for somebody who takes longer", () => {
		const [quick, slow] = [0, 12].map((minutes) => leftAfter(started, consented, lateBy(minutes, filled(ABOUT))) ?? 0);
		expect(slow).toBeGreaterThan(quick ?? 0);
	});
	it("takes what is longer than five minutes for a break", () =>
		expect(leftAfter(started, consented, lateBy(600, filled(ABOUT)))).toBe(
			leftAfter(started, consented, lateBy(5, filled(ABOUT))),
		));
	it("is never more than twice what was stated", () =>
		expect(leftAfter(started, lateBy(5, consented))).toBeLessThanOrEqual(50));
});
