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

	it("completes in the same transaction as the answer", () =>
		asked.when(answer({ answers: ranked })).records(filled(ranked), completed));
	it("ranks every conversation of the session", () =>
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

describe("after the session was completed", () => {
	const done = given(...atClosing, filled(ranked), completed);

	it("makes no events when the last answer comes again", () =>
		done.when(answerTo(LAST, { answers: ranked })).isSilent());
	it("makes no events when an early answer comes again", () => done.when(answerTo(0, { accept: true })).isSilent());
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
	])("makes no events when %s", (_, command) => done.when(command).isSilent());
});

describe("when time runs out", () => {
	it("expires at the exact millisecond, at any step", () =>
		given(...agreed, randomised(), said("hello"))
			.when(expire(NOW - T0))
			.records(expired));
	it("makes no events a millisecond earlier", () =>
		given(started)
			.when(expire(NOW - T0 + 1))
			.isSilent());
	it("expires before consent", () => given(started).when(expire(1)).records(expired));

	it("makes no events if it has expired already, and takes no more answers", () => {
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
	it("can be withdrawn", () =>
		given(...log)
			.when(withdraw({ erase: false }))
			.records(withdrawn));
	it("can be withdrawn and erased", () =>
		given(...log)
			.when(withdraw({ erase: true }))
			.records(withdrawn, erased));
});

describe("after the participant withdrew", () => {
	const gone = given(...agreed, randomised(), said("hello"), withdrawn);

	it("makes no events when they withdraw again", () => gone.when(withdraw({ erase: false })).isSilent());
	it("erases on a later request", () => gone.when(withdraw({ erase: true })).records(erased));
	it("takes no more answers", () => gone.when(answerTo(4, { text: "hello" })).refuses({ kind: "ended" }));
	it("makes no events when the last answer comes again", () => gone.when(answerTo(3, { text: "hello" })).isSilent());
	it("makes no events when the reply comes late", () => gone.when(recordReply({ a: {} }, 4)).isSilent());
	it("makes no events when its time runs out", () => gone.when(expire(0)).isSilent());
});

describe("after the session was erased", () => {
	const nothing = given(...agreed, randomised(), said("hello"), withdrawn, erased);

	it("keeps only that it existed and when it was randomised", () =>
		expect(nothing.state).toEqual({
			status: "erased",
			tombstone: expect.objectContaining({ startedAtMs: T0, randomisedAtMs: T0 + 3000 }),
		}));
	it("makes no events when it is erased again", () => nothing.when(withdraw({ erase: true })).isSilent());
	it("makes no events when it is withdrawn again", () => nothing.when(withdraw({ erase: false })).isSilent());
	it.each([
		["an answer", answerTo(0, { accept: true })],
		["a participant who comes again", start],
		["a reply", recordReply({ a: {} }, 4)],
		["an allocation", recordAllocation()],
		["its expiry", expire(0)],
	])("refuses %s", (_, command) => nothing.when(command).refuses({ kind: "erased" }));
	it("can be rebuilt from only the tombstone", () => {
		const { state } = nothing;
		if (state.status !== "erased") throw new Error(state.status);
		const { tombstone } = state;
		expect(given(() => tombstone).state).toEqual(state);
	});
	it("names no step", () => expect(JSON.stringify(nothing.state)).not.toContain(stepOf(0)));
});
