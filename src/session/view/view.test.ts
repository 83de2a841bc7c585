import { describe, expect, it } from "vitest";
import {
	askedAgain,
	chose,
	consented,
	declined,
	endedByParticipant,
	erased,
	failed,
	filled,
	randomised,
	said,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { stepOf, T0, told } from "../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	EXPERIENCE,
	mixedProtocol,
	PLANS,
	SESSION,
	studyWith,
	studyWithEntry,
} from "../../../test/support/sessions/session-study.ts";
import type { ProtocolInput } from "../../protocol/schema/schema.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Study } from "../domain/state.ts";
import { erasedView, view } from "./view.ts";
import { type SessionView, sessionViewSchema } from "./view-schema.ts";

const study = studyWith();
const solo = [started, consented, filled(ABOUT), randomised()];
const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const panes = [started, consented, filled(ABOUT), randomised(PLANS.panes)];
const SCORES = { a: 1, b: 2 };

function viewOf(of: Study, ...tellers: readonly Teller[]): SessionView {
	const { state } = told(of, ...tellers);
	if (state.status === "new" || state.status === "erased") throw new Error(state.status);
	return sessionViewSchema.parse(view(of, state));
}
const viewAfter = (...tellers: readonly Teller[]) => viewOf(study, ...tellers);
const messagesAfter = (...tellers: readonly Teller[]) =>
	viewAfter(...tellers).conversation?.messages.map(({ id: _, ...message }) => message);

describe("the view of a session", () => {
	it("asks for consent first", () =>
		expect(viewAfter(started)).toEqual({
			id: SESSION,
			study: "mixed",
			status: "active",
			erased: false,
			progress: { done: 0, of: 14 },
			step: { id: stepOf(0), kind: "consent", text: "# Consent", version: "2026-05" },
			conversation: null,
			exit: null,
		}));

	it("shows a form without the correct answers", () =>
		expect(viewAfter(started, consented).step).toEqual({
			id: stepOf(1),
			kind: "form",
			title: "About you",
			items: [
				{ id: "note", kind: "info", label: "Please read carefully.", required: false },
				{ id: "age", kind: "number", label: "Age", required: true, min: 0, max: 120, notApplicable: false },
				{
					id: "check",
					kind: "choice",
					label: "Second",
					required: true,
					options: [
						{ value: "first", label: "first" },
						{ value: "second", label: "second" },
					],
				},
				{ id: "words", kind: "text", label: "In your words", required: false, maxLength: 20 },
			],
		}));

	it("offers a retry while an allocation is pending", () =>
		expect(viewAfter(started, consented, filled(ABOUT)).step).toMatchObject({ id: stepOf(2), kind: "retry" }));

	it("has an exit and no step when it has ended", () => {
		const { status, step, conversation, exit } = viewAfter(started, declined);
		expect({ status, step, conversation, exit: exit?.reason }).toEqual({
			status: "declined",
			step: null,
			conversation: null,
			exit: "declined",
		});
	});

	it("is a last view after erasure", () => {
		const { state } = told(study, started, withdrawn, erased);
		if (state.status !== "erased") throw new Error(state.status);
		expect(sessionViewSchema.parse(erasedView(study, state.tombstone))).toMatchObject({
			id: SESSION,
			status: "withdrawn",
			step: null,
			exit: { reason: "withdrawn", redirectUrl: null, code: null },
		});
	});
});

describe("the view of a single conversation", () => {
	it("says at which intervals text comes", () => {
		const everyMs = (pace: "as-is" | { firstFrameMs: number; charactersPerSecond: number }) =>
			viewOf(studyWith({ blinding: { level: "double", pace } }), ...solo).conversation?.textEveryMs;
		expect(everyMs({ firstFrameMs: 900, charactersPerSecond: 90 })).toBe(400);
		expect(everyMs("as-is")).toBe(250);
	});

	it("asks for a message and says how many there will be", () =>
		expect(viewAfter(...solo)).toMatchObject({
			step: { id: stepOf(3), kind: "message", minTurns: 1, maxTurns: 2, turn: 1, canEnd: false, maxLength: 40 },
			conversation: { index: 1, of: 2, title: "One", instructions: "Talk.", layout: "single", messages: [] },
		}));
	it("shows the message at once, and since when its reply is written", () => {
		const seen = viewAfter(...solo, said("hello"));
		expect(seen.step).toEqual({ id: stepOf(4), kind: "generating", since: timestamp(T0 + 4000) });
		expect(seen.conversation?.messages).toMatchObject([{ role: "participant", text: "hello" }]);
	});
	it("shows the reply without a slot, and may be ended after it", () => {
		const seen = viewAfter(...solo, said("hello"), wrote({ a: "hi" }));
		expect(seen.step).toMatchObject({ kind: "message", turn: 2, canEnd: true });
		expect(messagesAfter(...solo, said("hello"), wrote({ a: "hi" }))).toEqual([
			{ role: "participant", text: "hello" },
			{ role: "assistant", text: "hi" },
		]);
	});
	it("keeps the message when the reply failed, and shows no partial text", () => {
		const broken = [...solo, said("hello"), failed({}, 3)];
		expect(viewAfter(...broken).step).toMatchObject({ kind: "retry" });
		expect(messagesAfter(...broken)).toEqual([{ role: "participant", text: "hello" }]);
		expect(viewAfter(...broken, askedAgain).step).toMatchObject({ kind: "generating", since: timestamp(T0 + 6000) });
	});
	it("gives each message a stable id", () => {
		const ids = (...tellers: readonly Teller[]) =>
			viewAfter(...tellers).conversation?.messages.map(({ id }) => id) ?? [];
		const first = ids(...solo, said("1"), wrote({ a: "1" }));
		const second = ids(...solo, said("1"), wrote({ a: "1" }), said("1"));
		expect(second.slice(0, 2)).toEqual(first);
		expect(new Set(second).size).toBe(3);
	});
	it("stays while the form after it is asked, and starts anew after that", () => {
		const ended = [...solo, said("hello"), wrote({ a: "hi" }), endedByParticipant];
		expect(viewAfter(...ended)).toMatchObject({
			step: { kind: "form", title: "How was it?" },
			conversation: { index: 1 },
		});
		expect(viewAfter(...ended).conversation?.messages).toHaveLength(2);
		expect(viewAfter(...ended, filled(EXPERIENCE)).conversation).toMatchObject({ index: 2, messages: [] });
	});
	it("is gone when a form of the flow is asked, which ranks the conversations under neutral names", () => {
		const talk = [said("hello"), wrote({ a: "hi" }), endedByParticipant, filled(EXPERIENCE)];
		const seen = viewAfter(...solo, ...talk, ...talk);
		expect(seen.conversation).toBeNull();
		expect(seen.step).toMatchObject({
			kind: "form",
			items: [
				{
					id: "order",
					options: [
						{ value: "conversation-1", label: "Conversation 1" },
						{ value: "conversation-2", label: "Conversation 2" },
					],
				},
				{ id: "bye" },
			],
		});
	});
});

describe("the view of a best-of", () => {
	const first = [...duel, said("hello"), wrote({ a: "A", b: "B" })];

	it("shows the candidates only in the step, with PRISM's scale", () => {
		expect(viewAfter(...first).step).toEqual({
			id: stepOf(5),
			kind: "choice",
			candidates: [
				{ id: "a", message: expect.stringMatching(/^ms_/), text: "A" },
				{ id: "b", message: expect.stringMatching(/^ms_/), text: "B" },
			],
			scale: { min: 1, max: 100, step: 1, minLabel: "Terrible", maxLabel: "Perfect" },
		});
		expect(messagesAfter(...first)).toEqual([{ role: "participant", text: "hello" }]);
	});
	it("shows them in the conversation after the choice", () =>
		expect(messagesAfter(...first, chose("b", SCORES), said("more"))).toEqual([
			{ role: "participant", text: "hello" },
			{ role: "assistant", text: "A", candidate: "a", chosen: false },
			{ role: "assistant", text: "B", candidate: "b", chosen: true },
			{ role: "participant", text: "more" },
		]));
	it("leaves only the candidates of this turn out of the conversation", () =>
		expect(messagesAfter(...first, chose("b", SCORES), said("more"), wrote({ a: "A2", b: "B2" }))).toHaveLength(4));
	it("has the study's scale, or none", () => {
		const scale = { min: 0, max: 10, step: 2, minLabel: "no", maxLabel: "yes" };
		expect(viewOf(studyWithEntry("duel", { scale }), ...first).step).toMatchObject({ scale });
		expect(viewOf(studyWithEntry("duel", { scale: null }), ...first).step).toMatchObject({ scale: null });
	});
});

describe("the view of a side-by-side", () => {
	const first = [...panes, said("hello"), wrote({ a: "A", b: "B" })];

	it("shows each reply in its pane, and none as chosen", () =>
		expect(messagesAfter(...first)).toEqual([
			{ role: "participant", text: "hello" },
			{ role: "assistant", text: "A", candidate: "a" },
			{ role: "assistant", text: "B", candidate: "b" },
		]));
	it("has its panes ranked under neutral names, together with the conversation", () => {
		const seen = viewAfter(...first, endedByParticipant);
		expect(seen.conversation?.layout).toBe("side-by-side");
		expect(seen.step).toMatchObject({
			items: [
				{
					kind: "ranking",
					options: [
						{ value: "a", label: "Assistant A" },
						{ value: "b", label: "Assistant B" },
					],
				},
			],
		});
	});
});

describe("the view of an item", () => {
	const options = [
		{ value: "x", label: "X" },
		{ value: "y", label: "Y" },
	];
	const items: NonNullable<ProtocolInput["forms"]>[string]["items"] = [
		{ id: "slider", kind: "vas", label: "L", help: "H", minLabel: "low", maxLabel: "high", notApplicable: true },
		{ id: "points", kind: "likert", label: "L", correct: 3 },
		{ id: "amount", kind: "number", label: "L", step: 0.5, correct: 2 },
		{ id: "one", kind: "choice", label: "L", options, correct: "x" },
		{ id: "some", kind: "choices", label: "L", options, min: 1, max: 2, correct: ["x"] },
		{ id: "words", kind: "text", label: "L", min: 3, correct: "secret word" },
		{ id: "order", kind: "ranking", label: "L", options },
		{ id: "note", kind: "info", label: "L" },
	];
	const seen = viewOf(
		studyWith({
			forms: { ...mixedProtocol.forms, about: { title: "All kinds", items } },
			eligibility: [],
		}),
		started,
		consented,
	).step;
	const shown = seen?.kind === "form" ? seen.items : [];
	const asked = { label: "L", required: true };

	it.each([
		[
			"slider",
			{
				...asked,
				kind: "vas",
				help: "H",
				min: 0,
				max: 100,
				step: 1,
				minLabel: "low",
				maxLabel: "high",
				notApplicable: true,
			},
		],
		["points", { ...asked, kind: "likert", min: 1, max: 7, step: 1, notApplicable: false }],
		["amount", { ...asked, kind: "number", step: 0.5, notApplicable: false }],
		["one", { ...asked, kind: "choice", options }],
		["some", { ...asked, kind: "choices", options, min: 1, max: 2 }],
		["words", { ...asked, kind: "text", min: 3, maxLength: 4000 }],
		["order", { ...asked, kind: "ranking", options }],
		["note", { label: "L", required: false, kind: "info" }],
	])("has what a client needs for %s, but no correct answer", (id, item) =>
		expect(shown.find((one) => one.id === id)).toStrictEqual({ id, ...item }),
	);
});
