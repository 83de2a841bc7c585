import { describe, expect, it } from "vitest";
import { consented, declined, started } from "../../../../test/support/sessions/session-events.ts";
import {
	answer,
	answerTo,
	expire,
	recordAllocation,
	recordReply,
	specFor,
	start,
	stepOf,
	withdraw,
} from "../../../../test/support/sessions/session-spec.ts";
import { studyWith } from "../../../../test/support/sessions/session-study.ts";

const given = specFor(studyWith());
const CONSENT = 0;

describe("when nobody has come", () => {
	it("starts", () => given().when(start).records(started));

	it.each([
		["an answer", answerTo(CONSENT, { accept: true })],
		["an allocation", recordAllocation()],
		["a reply", recordReply({ a: {} }, 4)],
		["its expiry", expire(0)],
		["a withdrawal", withdraw({ erase: true })],
	])("refuses %s", (_, command) => given().when(command).refuses({ kind: "not_started" }));
});

describe("when consent is asked", () => {
	const asked = given(started);

	it("is silent when the same participant comes again", () => asked.when(start).isSilent());
	it("takes a yes", () => asked.when(answer({ accept: true })).records(consented));
	it("takes a no, and ends", () => asked.when(answer({ accept: false })).records(declined));

	it.each([
		["no answer at all", null, ""],
		["a word", "yes", ""],
		["a yes in words", { accept: "yes" }, "/accept"],
		["nothing in it", {}, "/accept"],
	])("refuses %s, and points at it", (_, value, pointer) => asked.when(answer(value)).refusesAt(pointer));

	it("refuses an answer of another kind of step", () =>
		asked.when(answer({ text: "hello" })).refusesAt("/accept", "/text"));

	it("refuses an answer to a step that it does not know", () =>
		asked.when(answerTo(7, { accept: true })).refuses({ kind: "stale", current: stepOf(CONSENT) }));

	it("is silent when an allocation comes that nobody waits for", () => asked.when(recordAllocation()).isSilent());
	it("is silent when a reply comes that nobody waits for", () => asked.when(recordReply({ a: {} })).isSilent());
});

describe("when consent was given", () => {
	const agreed = given(started, consented);

	it("is silent when it is given again", () => agreed.when(answerTo(CONSENT, { accept: true })).isSilent());
	it("keeps the first answer", () =>
		agreed
			.when(answerTo(CONSENT, { accept: false }))
			.refuses({ kind: "already_answered", current: stepOf(CONSENT + 1) }));
	it("takes nonsense for another answer", () =>
		agreed.when(answerTo(CONSENT, "yes")).refuses({ kind: "already_answered", current: stepOf(CONSENT + 1) }));
});

describe("when consent was declined", () => {
	const left = given(started, declined);

	it("ends as declined", () => expect(left.state.status).toBe("declined"));
	it("is silent when it is declined again", () => left.when(answerTo(CONSENT, { accept: false })).isSilent());
	it("cannot be given any more", () =>
		left.when(answerTo(CONSENT, { accept: true })).refuses({ kind: "already_answered", current: null }));
	it("asks nothing any more", () => left.when(answerTo(CONSENT + 1, { answers: {} })).refuses({ kind: "ended" }));
	it("is silent when an allocation comes late", () => left.when(recordAllocation()).isSilent());
});
