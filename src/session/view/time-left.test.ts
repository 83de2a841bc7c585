import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
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
import { parseProtocol } from "../../protocol/parse/parse.ts";
import { statedMinutes } from "../../protocol/steps/expected-time.ts";
import { protocolWarnings } from "../../protocol/warnings/warnings.ts";
import { timeLeft } from "./time-left.ts";

const SEEDS = readdirSync("seeds").filter((file) => file.endsWith(".json"));
function preset(file: string) {
	const parsed = parseProtocol(JSON.parse(readFileSync(`seeds/${file}`, "utf8")));
	if (!parsed.ok) throw new Error(`${file} is no protocol`);
	return parsed.value;
}

describe("the minutes at the start", () => {
	it.each(SEEDS)("are the consent's in %s", (file) => {
		const protocol = preset(file);
		const { minutesLeft } = timeLeft({ protocol }, activeAfter({ protocol }, started));
		const said = [...protocol.consent.text.matchAll(/(\d+) minutes/g)].map(([, minutes]) => Number(minutes));
		expect(said).toContain(minutesLeft);
		expect(protocolWarnings(protocol).map(({ code }) => code)).not.toContain("duration_differs");
	});
	it("are the stated duration, in whole minutes, in any study", () =>
		fc.assert(
			fc.property(fc.integer({ min: 60, max: 4 * 3600 }), (seconds) => {
				const stating = studyWith({ duration: `PT${seconds}S` });
				const { minutesLeft } = timeLeft(stating, activeAfter(stating, started));
				expect(minutesLeft).toBe(statedMinutes(`PT${seconds}S`));
			}),
			{ seed: 20_261_128, numRuns: cases(100) },
		));
});

const study = studyWith({ duration: "PT25M" });
/** So long after the event before it. */
const lateBy =
	(minutes: number, teller: Teller): Teller =>
	(now) => ({ ...teller(now), atMs: now.atMs + minutes * 60_000 });
const leftAfter = (...tellers: readonly Teller[]) => timeLeft(study, activeAfter(study, ...tellers)).minutesLeft;

describe("the time that is left", () => {
	it("is null in a study without a duration", () =>
		expect(timeLeft(studyWith(), activeAfter(studyWith(), started))).toEqual({}));
	it("begins at the stated duration", () => expect(leftAfter(started)).toBe(25));
	it("is less after each step that took as long as it should", () => {
		const steps = [started, consented, filled(ABOUT), randomised(PLANS.mixed), said("hello"), wrote({ a: "hi" })];
		const left = [1, 2, 3, 6].map((many) => leftAfter(...steps.slice(0, many)) ?? 0);
		expect(left.toSorted((one, other) => other - one)).toEqual(left);
		expect(left.at(-1)).toBeLessThan(25);
	});
	it("includes the time left after the current step", () => {
		const { minutesLeft = 0, minutesAfterStep = 0 } = timeLeft(study, activeAfter(study, started));
		expect(minutesAfterStep).toBeLessThan(minutesLeft);
	});
	it("grows for a slower participant", () => {
		const [quick, slow] = [0, 12].map((minutes) => leftAfter(started, consented, lateBy(minutes, filled(ABOUT))) ?? 0);
		expect(slow).toBeGreaterThan(quick ?? 0);
	});
	it("treats more than five minutes as a break", () =>
		expect(leftAfter(started, consented, lateBy(600, filled(ABOUT)))).toBe(
			leftAfter(started, consented, lateBy(5, filled(ABOUT))),
		));
	it("does not depend on the time for consent", () =>
		expect(leftAfter(started, lateBy(4, consented))).toBe(leftAfter(started, consented)));
	it("is never more than twice the stated duration", () =>
		expect(leftAfter(started, consented, lateBy(5, filled(ABOUT)))).toBeLessThanOrEqual(50));
});
