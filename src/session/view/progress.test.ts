import { describe, expect, it } from "vitest";
import {
	chose,
	completed,
	consented,
	declined,
	endedByParticipant,
	expired,
	failed,
	filled,
	randomised,
	said,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, PLANS, studyWith, studyWithEntry } from "../../../test/support/sessions/session-study.ts";
import type { Study } from "../domain/state.ts";
import { progressOf } from "./progress.ts";

const study = studyWith();

function progressAfter(of: Study, ...tellers: readonly Teller[]) {
	const { state } = told(of, ...tellers);
	if (state.status === "new" || state.status === "erased") throw new Error(state.status);
	return progressOf(of, state);
}
const doneAfter = (...tellers: readonly Teller[]) => progressAfter(study, ...tellers).done;

const SCORES = { a: 1, b: 2 };
const solo = [started, consented, filled(ABOUT), randomised(PLANS.mixed)];
const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel)];

describe("the total of progress", () => {
	// Consent, about, closing; two solos of a message and a form; a duel of two messages, two choices and a form; panes of two.
	it("counts every step with the least number of turns, before and after randomisation", () => {
		expect(progressAfter(study, started).of).toBe(3 + 2 * 2 + 5 + 2);
		expect(progressAfter(study, ...solo).of).toBe(3 + 2 * 2 + 5 + 2);
	});
	it("counts one choice if later turns have one candidate", () =>
		expect(progressAfter(studyWithEntry("duel", { laterCandidates: 1 }), started).of).toBe(3 + 2 * 2 + 4 + 2));
});

describe("progress", () => {
	it("moves with each step before the conversations, and not while an allocation is pending", () => {
		expect(doneAfter(started)).toBe(0);
		expect(doneAfter(started, consented)).toBe(1);
		expect(doneAfter(started, consented, filled(ABOUT))).toBe(2);
		expect(doneAfter(...solo)).toBe(2);
	});
	it("moves with a turn when its reply is complete", () => {
		expect(doneAfter(...solo, said("1"))).toBe(2);
		expect(doneAfter(...solo, said("1"), failed({}, 3))).toBe(2);
		expect(doneAfter(...solo, said("1"), wrote({ a: "1" }))).toBe(3);
	});
	it("does not move with turns beyond the least number", () => {
		const talkative = [...solo, said("1"), wrote({ a: "1" }), said("2"), wrote({ a: "2" })];
		expect(doneAfter(...talkative)).toBe(3);
		expect(doneAfter(...talkative, endedByParticipant)).toBe(3);
		expect(doneAfter(...talkative, endedByParticipant, filled(EXPERIENCE))).toBe(4);
	});
	it("moves with each choice", () => {
		const first = [...duel, said("1"), wrote({ a: "A", b: "B" })];
		expect([doneAfter(...first), doneAfter(...first, chose("a", SCORES))]).toEqual([3, 4]);
	});
	it("does not move if there was nothing to choose", () => {
		const one = studyWithEntry("duel", { laterCandidates: 1 });
		const second = [...duel, said("1"), wrote({ a: "A", b: "B" }), chose("a", SCORES), said("2"), wrote({ a: "C" })];
		expect(progressAfter(one, ...second).done).toBe(5);
	});
});

describe("the last progress", () => {
	it.each([
		["withdraws during a conversation", [...solo, said("1"), wrote({ a: "1" })], withdrawn],
		["expires during a conversation", [...duel, said("1"), wrote({ a: "A", b: "B" })], expired],
		["declines", [started], declined],
	])("stays when a session %s", (_, log, end) => expect(doneAfter(...log, end)).toBe(doneAfter(...log)));
});

describe("progress at the end", () => {
	it("is complete at completion", () => {
		const talk = [said("1"), wrote({ a: "1" }), endedByParticipant, filled(EXPERIENCE)];
		const duelling = ["1", "2"].flatMap((text) => [said(text), wrote({ a: "A", b: "B" }), chose("a", SCORES)]);
		const panes = [said("1"), wrote({ a: "A", b: "B" }), endedByParticipant, filled({ best: ["a", "b"] })];
		const all = [...solo, ...talk, ...duelling, endedByParticipant, filled(EXPERIENCE), ...panes, ...talk];
		const { done, of } = progressAfter(study, ...all, filled({ order: [] }), completed);
		expect([doneAfter(...all), done]).toEqual([of - 1, of]);
	});
});
