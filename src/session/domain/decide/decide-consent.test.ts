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

describe("when the session has not started", () => {
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

	it("makes no events when the same participant comes again", () => asked.when(start).isSilent());
	it("records consent", () => asked.when(answer({ accept: true })).records(consented));
	it("records that consent was declined, and ends", () => asked.when(answer({ accept: false })).records(declined));

	it.each([
		["no answer", null, ""],
		["a word", "yes", ""],
		["a yes in words", { accept: "yes" }, "/accept"],
		["an empty object", {}, "/accept"],
	])("refuses %s, with a pointer", (_, value, pointer) => asked.when(answer(value)).refusesAt(pointer));

	it("refuses an answer to another kind of step", () =>
		asked.when(answer({ text: "hello" })).refusesAt("/accept", "/text"));

	it("refuses an answer to an unknown step", () =>
		asked.when(answerTo(7, { accept: true })).refuses({ kind: "stale", current: stepOf(CONSENT) }));

	it("makes no events for an allocation that was not requested", () => asked.when(recordAllocation()).isSilent());
	it("makes no events for a reply that was not requested", () => asked.when(recordReply({ a: {} })).isSilent());
});

describe("after consent was given", () => {
	const agreed = given(started, consented);

	it("makes no events when it is given again", () => agreed.when(answerTo(CONSENT, { accept: true })).isSilent());
	it("keeps the first answer", () =>
		agreed
			.when(answerTo(CONSENT, { accept: false }))
			.refuses({ kind: "already_answered", current: stepOf(CONSENT + 1) }));
	it("treats an invalid answer as another answer", () =>
		agreed.when(answerTo(CONSENT, "yes")).refuses({ kind: "already_answered", current: stepOf(CONSENT + 1) }));
});

describe("after consent was declined", () => {
	const left = given(started, declined);

	it("has ended as declined", () => expect(left.state.status).toBe("declined"));
	it("makes no events when it is declined again", () => left.when(answerTo(CONSENT, { accept: false })).isSilent());
	it("refuses consent", () =>
		left.when(answerTo(CONSENT, { accept: true })).refuses({ kind: "already_answered", current: null }));
	it("takes no more answers", () => left.when(answerTo(CONSENT + 1, { answers: {} })).refuses({ kind: "ended" }));
	it("makes no events when an allocation comes late", () => left.when(recordAllocation()).isSilent());
});
