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

describe("progress counts to", () => {
	// Consent, about, closing; two solos of a message and a form; a duel of two messages, two choices and a form; panes of two.
	it("every step at the least number of turns, before the plan is known and after", () => {
		expect(progressAfter(study, started).of).toBe(3 + 2 * 2 + 5 + 2);
		expect(progressAfter(study, ...solo).of).toBe(3 + 2 * 2 + 5 + 2);
	});
	it("one choice where later turns have one candidate", () =>
		expect(progressAfter(studyWithEntry("duel", { laterCandidates: 1 }), started).of).toBe(3 + 2 * 2 + 4 + 2));
});

describe("progress goes", () => {
	it("on with each step before the conversations, and stays while an allocation is waited for", () => {
		expect(doneAfter(started)).toBe(0);
		expect(doneAfter(started, consented)).toBe(1);
		expect(doneAfter(started, consented, filled(ABOUT))).toBe(2);
		expect(doneAfter(...solo)).toBe(2);
	});
	it("on with a turn once its reply is there", () => {
		expect(doneAfter(...solo, said("1"))).toBe(2);
		expect(doneAfter(...solo, said("1"), failed({}, 3))).toBe(2);
		expect(doneAfter(...solo, said("1"), wrote({ a: "1" }))).toBe(3);
	});
	it("nowhere with turns beyond the least", () => {
		const talkative = [...solo, said("1"), wrote({ a: "1" }), said("2"), wrote({ a: "2" })];
		expect(doneAfter(...talkative)).toBe(3);
		expect(doneAfter(...talkative, endedByParticipant)).toBe(3);
		expect(doneAfter(...talkative, endedByParticipant, filled(EXPERIENCE))).toBe(4);
	});
	it("on with each choice", () => {
		const first = [...duel, said("1"), wrote({ a: "A", b: "B" })];
		expect([doneAfter(...first), doneAfter(...first, chose("a", SCORES))]).toEqual([3, 4]);
	});
	it("nowhere with a choice that nobody had to make", () => {
		const one = studyWithEntry("duel", { laterCandidates: 1 });
		const second = [...duel, said("1"), wrote({ a: "A", b: "B" }), chose("a", SCORES), said("2"), wrote({ a: "C" })];
		expect(progressAfter(one, ...second).done).toBe(5);
	});
});

describe("progress stays where it was", () => {
	it.each([
		["withdraws in mid-conversation", [...solo, said("1"), wrote({ a: "1" })], withdrawn],
		["lets time run out in mid-conversation", [...duel, said("1"), wrote({ a: "A", b: "B" })], expired],
		["declines", [started], declined],
	])("when somebody %s", (_, log, end) => expect(doneAfter(...log, end)).toBe(doneAfter(...log)));
});

describe("progress is whole", () => {
	it("at completion", () => {
		const talk = [said("1"), wrote({ a: "1" }), endedByParticipant, filled(EXPERIENCE)];
		const duelling = ["1", "2"].flatMap((text) => [said(text), wrote({ a: "A", b: "B" }), chose("a", SCORES)]);
		const panes = [said("1"), wrote({ a: "A", b: "B" }), endedByParticipant, filled({ best: ["a", "b"] })];
		const all = [...solo, ...talk, ...duelling, endedByParticipant, filled(EXPERIENCE), ...panes, ...talk];
		const { done, of } = progressAfter(study, ...all, filled({ order: [] }), completed);
		expect([doneAfter(...all), done]).toEqual([of - 1, of]);
	});
});
