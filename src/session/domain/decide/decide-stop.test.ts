import { describe, expect, it } from "vitest";
import {
	askedAgain,
	callOf,
	consented,
	endedByLimit,
	failed,
	filled,
	identified,
	randomised,
	said,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	answerTo,
	keptOf,
	specFor,
	stepOf,
	stopReply,
	told,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import type { Span } from "../../../self-identification/finder.ts";
import { pendingReply } from "../../reply/reply-request.ts";
import { view } from "../../view/view.ts";
import type { EventOf } from "../events.ts";

const base = studyWith();
const conversations = base.protocol.conversations.map((entry) => ({ ...entry, stop: true }));
const study = { protocol: { ...base.protocol, conversations } };
const given = specFor(study);
const talking = [started, consented, filled(ABOUT), randomised(PLANS.solo)];
const asking = [...talking, said("hello")];
/** The step that asked, and the reply's own. */
const [MESSAGE, REPLY] = [3, 4];

const stopped =
	(...[texts, calls]: Parameters<typeof wrote>): Teller =>
	(now) => ({ ...(wrote(texts, calls)(now) as EventOf<"ReplyWritten">), stopped: true });

describe("when a participant stops a reply that is shown", () => {
	it.each([
		["the step that asked for it", MESSAGE],
		["its own step", REPLY],
	])("keeps what was shown, by %s", (_which, step) =>
		given(...asking)
			.when(stopReply(step, keptOf({ a: { text: "Hel", calls: [callOf("a", 1)] } })))
			.records(stopped({ a: "Hel" }, [callOf("a", 1)])),
	);
	it("stops all candidates at once", () =>
		given(started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello"))
			.when(stopReply(REPLY, keptOf({ a: { text: "Hel" }, b: { text: "Goo" } })))
			.records(stopped({ a: "Hel", b: "Goo" })));
	it("ends the conversation at its limit, like any reply", () =>
		given(...asking, wrote({ a: "hi" }), said("and?"))
			.when(stopReply(6, keptOf({ a: { text: "Th" } })))
			.records(stopped({ a: "Th" }), endedByLimit));
	it("records the self-identifications that were found before the cut", () => {
		const span: Span = { start: 0, end: 3, kind: "name" };
		given(...asking)
			.when(stopReply(REPLY, keptOf({ a: { text: "Cha", identified: [span] } })))
			.records(identified("a", [span]), stopped({ a: "Cha" }));
	});
});

describe("when there is nothing to stop", () => {
	it.each([
		["before the first text", asking, REPLY, null],
		["after the reply was shown", [...asking, wrote({ a: "hi" })], REPLY, null],
		["a second time", [...asking, stopped({ a: "h" })], REPLY, keptOf({ a: { text: "h" } })],
		["while the participant may retry", [...asking, failed({}, 3)], REPLY, null],
		["by the step of an earlier round", [...asking, failed({}, 3), askedAgain], REPLY, keptOf({ a: { text: "h" } })],
		["after the participant left", [...asking, withdrawn], REPLY, null],
	])("changes nothing: %s", (_when, before, step, kept) =>
		given(...before)
			.when(stopReply(step, kept))
			.isSilent(),
	);
	it("stops the reply of another round", () =>
		given(...asking, failed({}, 3), askedAgain)
			.when(stopReply(6, keptOf({ a: { text: "h" } })))
			.records(stopped({ a: "h" })));
	it.each([
		["a step without a reply", stepOf(0)],
		["an unknown step", "st_unknown"],
	])("says that there is no reply: %s", (_what, step) =>
		given(...asking)
			.when(stopReply(step, null))
			.refuses({ kind: "no_reply" }),
	);
	it("refuses if the protocol does not allow stopping", () =>
		specFor(base)(...asking)
			.when(stopReply(REPLY, keptOf({ a: { text: "h" } })))
			.refuses({ kind: "no_stop" }));
});

describe("after a stop", () => {
	const after = [...asking, stopped({ a: "Hel" })];

	it("shows the kept text, marked, and takes the next message", () => {
		const { step, conversation } = view(study, activeAfter(study, ...after));
		expect(step?.kind).toBe("message");
		expect(conversation?.messages.at(-1)).toMatchObject({ text: "Hel", stopped: true });
	});
	it("sends the model the text that the participant saw", () =>
		expect(
			pendingReply(study, activeAfter(study, ...after, said("and?")))?.candidates[0]?.thread.map(({ text }) => text),
		).toEqual(["hello", "Hel", "and?"]));
	it("accepts the message again as a repeat", () =>
		given(...after)
			.when(answerTo(MESSAGE, { text: "hello" }))
			.isSilent());
	it("leaves logs from before as they were", () =>
		expect(told(study, ...asking, wrote({ a: "Hel" })).state).not.toMatchObject({
			conversations: [{ turns: [{ stopped: true }] }],
		}));
});
