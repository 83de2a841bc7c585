import { describe, expect, it } from "vitest";
import {
	completed,
	consented,
	endedByLimit,
	endedByParticipant,
	erased,
	expired,
	failed,
	filled,
	randomised,
	said,
	screenedOut,
	started,
	studyFull,
	type Teller,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	answer,
	answerTo,
	expire,
	NOW,
	recordAllocation,
	recordReply,
	specFor,
	start,
	stepOf,
	T0,
	withdraw,
} from "../../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	EXPERIENCE,
	PLANS,
	studyWith,
	studyWithEntry,
} from "../../../../test/support/sessions/session-study.ts";

const given = specFor(studyWith());
const agreed: readonly Teller[] = [started, consented, filled(ABOUT)];
const conversation = [said("hello"), wrote({ a: "hi" }), endedByParticipant, filled(EXPERIENCE)];
const ranked = { order: ["conversation-2", "conversation-1"] };
const atClosing = [...agreed, randomised(), ...conversation, ...conversation];
const LAST = 11;

describe("when the last form is asked", () => {
	const asked = given(...atClosing);

	it("completes in the same breath as it is answered", () =>
		asked.when(answer({ answers: ranked })).records(filled(ranked), completed));
	it("ranks every conversation that was had", () =>
		asked.when(answer({ answers: { order: ["conversation-1"] } })).refusesAt("/answers/order"));
});

describe("when nothing is asked after the conversations", () => {
	const { closing: _, ...forms } = studyWith().protocol.forms;
	const bare = studyWithEntry("solo", { after: [], turns: { min: 1, max: 1 } });
	const last = specFor({
		protocol: { ...bare.protocol, forms, flow: ["consent", "about", "conversations"] },
	});
	const inLast = [...agreed, randomised(), said("hello"), wrote({ a: "hi" }), endedByLimit, said("bye")];

	it("completes with the last reply", () =>
		last(...inLast)
			.when(recordReply({ a: { text: "bye" } }))
			.records(wrote({ a: "bye" }), endedByLimit, completed));
});

describe("when the session was completed", () => {
	const done = given(...atClosing, filled(ranked), completed);

	it("is silent when the last answer comes again", () => done.when(answerTo(LAST, { answers: ranked })).isSilent());
	it("is silent when an early answer comes again", () => done.when(answerTo(0, { accept: true })).isSilent());
	it("keeps its answers", () =>
		done
			.when(answerTo(LAST, { answers: { ...ranked, bye: "wait" } }))
			.refuses({ kind: "already_answered", current: null }));
	it("refuses another answer as ended", () =>
		done.when(answerTo(LAST + 1, { answers: {} })).refuses({ kind: "ended" }));
	it.each([
		["the same participant comes again", start],
		["its time runs out", expire(0)],
		["a reply comes late", recordReply({ a: {} }, 4)],
		["an allocation comes late", recordAllocation()],
	])("is silent when %s", (_, command) => done.when(command).isSilent());
});

describe("when time runs out", () => {
	it("expires on the moment, wherever it is", () =>
		given(...agreed, randomised(), said("hello"))
			.when(expire(NOW - T0))
			.records(expired));
	it("is silent a millisecond too early", () =>
		given(started)
			.when(expire(NOW - T0 + 1))
			.isSilent());
	it("expires before anybody agreed to anything", () => given(started).when(expire(1)).records(expired));

	it("is silent when it expired already, and asks nothing any more", () => {
		const over = given(started, expired);
		over.when(expire(1)).isSilent();
		over.when(answerTo(0, { accept: true })).refuses({ kind: "ended" });
	});
});

const STATUSES: readonly (readonly [string, readonly Teller[]])[] = [
	["consent is asked", [started]],
	["a form is asked", [started, consented]],
	["it waits for its allocation", agreed],
	["a message is asked", [...agreed, randomised()]],
	["a reply is being written", [...agreed, randomised(), said("hello")]],
	["a reply failed", [...agreed, randomised(), said("hello"), failed({}, 3)]],
	["a choice is asked", [...agreed, randomised(PLANS.duel), said("hello"), wrote({ a: "A", b: "B" })]],
	["it was completed", [...atClosing, filled(ranked), completed]],
	["the participant was screened out", [started, consented, filled({ ...ABOUT, age: 9 }), screenedOut]],
	["the study was full", [...agreed, studyFull]],
	["it expired", [started, expired]],
];

describe.each(STATUSES)("when %s", (_, log) => {
	it("can be withdrawn from", () =>
		given(...log)
			.when(withdraw({ erase: false }))
			.records(withdrawn));
	it("can be withdrawn from and erased", () =>
		given(...log)
			.when(withdraw({ erase: true }))
			.records(withdrawn, erased));
});

describe("when the participant withdrew", () => {
	const gone = given(...agreed, randomised(), said("hello"), withdrawn);

	it("is silent when they withdraw again", () => gone.when(withdraw({ erase: false })).isSilent());
	it("erases when they ask for it later", () => gone.when(withdraw({ erase: true })).records(erased));
	it("asks nothing any more", () => gone.when(answerTo(4, { text: "hello" })).refuses({ kind: "ended" }));
	it("is silent when the last answer comes again", () => gone.when(answerTo(3, { text: "hello" })).isSilent());
	it("is silent when the reply comes late", () => gone.when(recordReply({ a: {} }, 4)).isSilent());
	it("is silent when its time runs out", () => gone.when(expire(0)).isSilent());
});

describe("when the session was erased", () => {
	const nothing = given(...agreed, randomised(), said("hello"), withdrawn, erased);

	it("holds nothing but that it was, and when it was randomised", () =>
		expect(nothing.state).toEqual({
			status: "erased",
			tombstone: expect.objectContaining({ startedAtMs: T0, randomisedAtMs: T0 + 3000 }),
		}));
	it("is silent when it is erased again", () => nothing.when(withdraw({ erase: true })).isSilent());
	it("is silent when it is withdrawn from again", () => nothing.when(withdraw({ erase: false })).isSilent());
	it.each([
		["an answer", answerTo(0, { accept: true })],
		["the participant who comes again", start],
		["a reply", recordReply({ a: {} }, 4)],
		["an allocation", recordAllocation()],
		["its expiry", expire(0)],
	])("refuses %s", (_, command) => nothing.when(command).refuses({ kind: "erased" }));
	it("can be told from the tombstone alone", () => {
		const { state } = nothing;
		if (state.status !== "erased") throw new Error(state.status);
		const { tombstone } = state;
		expect(given(() => tombstone).state).toEqual(state);
	});
	it("names no step", () => expect(JSON.stringify(nothing.state)).not.toContain(stepOf(0)));
});
