import { describe, expect, it } from "vitest";
import {
	chose,
	consented,
	endedByLimit,
	endedByParticipant,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	answer,
	answerTo,
	recordReply,
	specFor,
	stepOf,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, MOON, PLANS, SUN, studyWith, studyWithEntry } from "../../../../test/support/sessions/session-study.ts";
import { pendingReply } from "../../reply/reply-request.ts";

const study = studyWith();
const given = specFor(study);
const entered: readonly Teller[] = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const twoReplies = [...entered, said("hello"), wrote({ a: "A", b: "B" })];
const SCORES = { a: 31, b: 88 };
const CHOICE = 5;

describe("when one of two replies has to be chosen", () => {
	const asked = given(...twoReplies);

	it("records the choice with its scores", () =>
		asked.when(answer({ chosen: "b", scores: SCORES })).records(chose("b", SCORES)));
	it("accepts a choice between equal scores", () =>
		asked.when(answer({ chosen: "a", scores: { a: 50, b: 50 } })).records(chose("a", { a: 50, b: 50 })));
	it("accepts a choice of a reply with a lower score", () =>
		asked.when(answer({ chosen: "a", scores: SCORES })).records(chose("a", SCORES)));
	it("accepts both ends of PRISM's scale", () =>
		asked.when(answer({ chosen: "a", scores: { a: 100, b: 1 } })).records(chose("a", { a: 100, b: 1 })));

	it.each([
		["no scores", { chosen: "a" }, ["/scores/a", "/scores/b"]],
		["a missing score", { chosen: "a", scores: { a: 5 } }, ["/scores/b"]],
		["scores outside the scale", { chosen: "a", scores: { a: 0, b: 101 } }, ["/scores/a", "/scores/b"]],
		["a score between the steps", { chosen: "a", scores: { a: 1.5, b: 2 } }, ["/scores/a"]],
		["a score of an unknown reply", { chosen: "a", scores: { ...SCORES, c: 5 } }, ["/scores/c"]],
		["a choice of an unknown reply", { chosen: "c", scores: SCORES }, ["/chosen"]],
		["scores without a choice", { scores: SCORES }, ["/chosen"]],
		["several faults together", { chosen: "c", scores: { a: 0 } }, ["/chosen", "/scores/b", "/scores/a"]],
		["a message", { text: "more" }, ["/chosen", "/text"]],
		["an end of the conversation", { end: true }, ["/chosen", "/end"]],
	])("refuses %s", (_, value, pointers) => asked.when(answer(value)).refusesAt(...pointers));

	it("makes no events when the reply comes again", () =>
		asked.when(recordReply({ a: {}, b: {} }, CHOICE - 1)).isSilent());
	it("makes no events when the message comes again", () =>
		asked.when(answerTo(CHOICE - 2, { text: "hello" })).isSilent());
});

describe("after a reply was chosen", () => {
	const chosen = given(...twoReplies, chose("b", SCORES));

	it("makes no events when the same choice comes again with its scores in another order", () =>
		chosen.when(answerTo(CHOICE, { scores: { b: 88, a: 31 }, chosen: "b" })).isSilent());
	it("keeps the first choice", () =>
		chosen
			.when(answerTo(CHOICE, { chosen: "a", scores: SCORES }))
			.refuses({ kind: "already_answered", current: stepOf(CHOICE + 1) }));
	it("keeps the first scores", () =>
		chosen
			.when(answerTo(CHOICE, { chosen: "b", scores: { a: 30, b: 88 } }))
			.refuses({ kind: "already_answered", current: stepOf(CHOICE + 1) }));
	it("accepts the next message", () => chosen.when(answer({ text: "more" })).records(said("more")));
	it("refuses an end before the least number of turns", () => chosen.when(answer({ end: true })).refusesAt("/end"));
	it("accepts an end after the least number of turns", () =>
		given(...twoReplies, chose("b", SCORES), said("more"), wrote({ a: "A2", b: "B2" }), chose("a", SCORES))
			.when(answer({ end: true }))
			.records(endedByParticipant));
});

describe("when the next turn of a best-of starts", () => {
	const later = [...twoReplies, chose("b", SCORES), said("more")];
	const labelsAfter = (...told: readonly Teller[]) =>
		pendingReply(study, activeAfter(study, ...told))?.candidates.map(({ slot, label }) => [slot, label]);

	it("asks each arm in the first turn, in the drawn order", () =>
		expect(labelsAfter(...entered, said("hello"))).toEqual([
			["a", MOON],
			["b", SUN],
		]));
	it("asks the chosen arm for two samples, each with its own seed", () => {
		expect(labelsAfter(...later)).toEqual([
			["a", SUN],
			["b", SUN],
		]);
		const seeds = pendingReply(study, activeAfter(study, ...later))?.candidates.map(({ seed }) => seed);
		expect(new Set(seeds).size).toBe(2);
	});
	it("stays with the arm whichever of its samples is chosen", () =>
		expect(labelsAfter(...later, wrote({ a: "A2", b: "B2" }), chose("a", SCORES), said("again"))).toEqual([
			["a", SUN],
			["b", SUN],
		]));
	it("asks for a choice between the samples", () =>
		given(...later, wrote({ a: "A2", b: "B2" }))
			.when(answer({ chosen: "a", scores: SCORES }))
			.records(chose("a", SCORES)));
});

describe("when the last turn of a best-of has its reply", () => {
	const second = [said("two"), wrote({ a: "A2", b: "B2" }), chose("a", SCORES)];
	const last = [...twoReplies, chose("b", SCORES), ...second, said("three")];

	it("does not end before the choice", () =>
		given(...last)
			.when(recordReply({ a: { text: "A3" }, b: { text: "B3" } }))
			.records(wrote({ a: "A3", b: "B3" })));
	it("ends by itself after the choice", () =>
		given(...last, wrote({ a: "A3", b: "B3" }))
			.when(answer({ chosen: "a", scores: SCORES }))
			.records(chose("a", SCORES), endedByLimit));
});

describe("when later turns have one candidate", () => {
	const single = specFor(studyWithEntry("duel", { laterCandidates: 1 }));
	const later = [...twoReplies, chose("b", SCORES), said("two")];

	it("still asks the chosen arm", () => {
		const one = studyWithEntry("duel", { laterCandidates: 1 });
		const asked = pendingReply(one, activeAfter(one, ...later));
		expect(asked?.candidates.map(({ slot, label }) => [slot, label])).toEqual([["a", SUN]]);
	});
	it("asks for the next message instead of a choice", () =>
		single(...later, wrote({ a: "A2" }))
			.when(answer({ text: "three" }))
			.records(said("three")));
	it("continues from the only candidate", () =>
		single(...later, wrote({ a: "A2" }), said("three"))
			.when(recordReply({ a: { text: "A3" } }))
			.records(wrote({ a: "A3" }), endedByLimit));
});

describe("when a best-of has its own scale", () => {
	const halves = { min: 0, max: 1, step: 0.1, minLabel: "no", maxLabel: "yes" };
	const own = specFor(studyWithEntry("duel", { scale: halves }))(...twoReplies);

	it("accepts its steps, although no double is exactly a tenth", () =>
		own.when(answer({ chosen: "a", scores: { a: 0.3, b: 0.7 } })).records(chose("a", { a: 0.3, b: 0.7 })));
	it("refuses values between the steps", () =>
		own.when(answer({ chosen: "a", scores: { a: 0.35, b: 0.7 } })).refusesAt("/scores/a"));
});

describe("when a best-of has no scale", () => {
	const bare = specFor(studyWithEntry("duel", { scale: null }))(...twoReplies);

	it("accepts a choice without scores", () => bare.when(answer({ chosen: "a" })).records(chose("a", null)));
	it("refuses scores", () => bare.when(answer({ chosen: "a", scores: SCORES })).refusesAt("/scores"));
});
