import { describe, expect, it } from "vitest";
import {
	askedAgain,
	consented,
	endedByLimit,
	endedByParticipant,
	failed,
	filled,
	randomised,
	said,
	started,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	answer,
	answerTo,
	NOW,
	recordAllocation,
	recordReply,
	specFor,
	stepOf,
	T0,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, studyWith, studyWithEntry } from "../../../../test/support/sessions/session-study.ts";
import { decide } from "./decide.ts";

const study = studyWith();
const given = specFor(study);
const entered = [started, consented, filled(ABOUT), randomised()];
const MESSAGE = 3;

describe("when a message is asked", () => {
	const asked = given(...entered);

	it("records it", () => asked.when(answer({ text: "hello" })).records(said("hello")));
	it("keeps it unchanged", () => asked.when(answer({ text: "  hello\n" })).records(said("  hello\n")));
	it("accepts as many characters as are allowed", () =>
		asked.when(answer({ text: "x".repeat(40) })).records(said("x".repeat(40))));
	it.each([
		["one character more", { text: "x".repeat(41) }, "/text"],
		["nothing", { text: "" }, "/text"],
		["blanks alone", { text: " \n\t" }, "/text"],
		["only invisible characters", { text: "\u200b\u2800\u3164\u0000\u00ad\u0301" }, "/text"],
		["half a surrogate pair, which cannot be sent as UTF-8", { text: "hi \ud83d" }, "/text"],
		["a number", { text: 7 }, "/text"],
		["an end before the least number of turns", { end: true }, "/end"],
	])("refuses %s", (_, value, pointer) => asked.when(answer(value)).refusesAt(pointer));
	it("refuses an unknown field, and names it", () =>
		asked.when(answer({ text: "hello", model: "x" })).refusesAt("/model"));
	it("refuses a stale answer and names the current step", () =>
		asked.when(answerTo(20, { text: "hello" })).refuses({ kind: "stale", current: stepOf(MESSAGE) }));
	it("makes no events for a reply that was not requested", () => asked.when(recordReply({ a: {} })).isSilent());
});

describe("when a reply is being written", () => {
	const writing = given(...entered, said("hello"));

	it("makes no events when the message comes again", () =>
		writing.when(answerTo(MESSAGE, { text: "hello" })).isSilent());
	it("keeps the first message", () =>
		writing
			.when(answerTo(MESSAGE, { text: "bye" }))
			.refuses({ kind: "already_answered", current: stepOf(MESSAGE + 1) }));
	it("takes no answer meanwhile", () =>
		writing.when(answer({ text: "and?" })).refuses({ kind: "busy", current: stepOf(MESSAGE + 1) }));
	it("stores when the pace has shown the reply", () =>
		expect(decide(study, writing.state, recordReply({ a: { text: "x".repeat(181) } })(writing.state))).toMatchObject({
			value: [{ type: "ReplyWritten", atMs: NOW, shownAtMs: T0 + 4000 + 900 + 2000 }],
		}));
	it("records the reply", () => writing.when(recordReply({ a: { text: "hi" } })).records(wrote({ a: "hi" })));
	it("makes no events when a reply for another step comes", () =>
		writing.when(recordReply({ a: {} }, MESSAGE)).isSilent());
	it("makes no events when an allocation comes late", () => writing.when(recordAllocation()).isSilent());
});

describe("when the participant may end the conversation", () => {
	const answered = [...entered, said("hello"), wrote({ a: "hi" })];
	const asked = given(...answered);

	it("accepts another message", () => asked.when(answer({ text: "more" })).records(said("more")));
	it("accepts the end", () => asked.when(answer({ end: true })).records(endedByParticipant));
	it.each([
		["an invalid end", { end: false }, ["/text", "/end"]],
		["an end with a message", { end: true, text: "bye" }, ["/end"]],
	])("refuses %s", (_, value, pointers) => asked.when(answer(value)).refusesAt(...pointers));

	it("makes no events when the end comes again", () => {
		const ended = given(...answered, endedByParticipant);
		ended.when(answerTo(MESSAGE + 2, { end: true })).isSilent();
		ended
			.when(answerTo(MESSAGE + 2, { text: "more" }))
			.refuses({ kind: "already_answered", current: stepOf(MESSAGE + 3) });
	});
});

describe("when the last message is sent", () => {
	const last = [...entered, said("one"), wrote({ a: "1" }), said("two")];

	it("ends by itself after the reply", () =>
		given(...last)
			.when(recordReply({ a: { text: "2" } }))
			.records(wrote({ a: "2" }), endedByLimit));
	it("does not end before the reply is complete", () =>
		given(...last)
			.when(recordReply({ a: { complete: false, lastAttempt: 3 } }))
			.records(failed({}, 3)));
	it("ends after a reply that was retried", () =>
		given(...last, failed({}, 3), askedAgain)
			.when(recordReply({ a: { text: "2", lastAttempt: 4 } }))
			.records(wrote({ a: "2" }), endedByLimit));
	it("ends after the first turn if one is the most", () =>
		specFor(studyWithEntry("solo", { turns: { min: 1, max: 1 } }))(...entered, said("one"))
			.when(recordReply({ a: { text: "1" } }))
			.records(wrote({ a: "1" }), endedByLimit));
});
