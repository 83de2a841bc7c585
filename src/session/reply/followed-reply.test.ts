import { describe, expect, it } from "vitest";
import {
	askedAgain,
	chose,
	consented,
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
import { activeAfter, stepOf, T0, told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith, studyWithEntry } from "../../../test/support/sessions/session-study.ts";
import { progressOfReply, replyOf } from "./followed-reply.ts";

const study = studyWith();
const entered = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const MESSAGE = 3;
const REPLY = 4;
const replyAfter = (step: string, ...tellers: readonly Teller[]) =>
	replyOf(study, activeAfter(study, ...tellers), step);

describe("the reply to follow", () => {
	const writing = [...entered, said("hello")];

	it("is found by the message that asked for it, and by the step that writes it", () => {
		const reply = { replyId: stepOf(REPLY), slots: ["a", "b"], startedAtMs: T0 + 4000, conversation: 0, turn: 0 };
		expect(replyAfter(stepOf(MESSAGE), ...writing)).toEqual(reply);
		expect(replyAfter(stepOf(REPLY), ...writing)).toEqual(reply);
	});
	it("is the latest round, whichever step names it", () => {
		const again = [...writing, failed({}, 3), askedAgain];
		const steps = [MESSAGE, REPLY, REPLY + 1, REPLY + 2];
		expect(steps.map((ordinal) => replyAfter(stepOf(ordinal), ...again)?.replyId)).toEqual(
			steps.map(() => stepOf(REPLY + 2)),
		);
		expect(replyAfter(stepOf(MESSAGE), ...again)?.startedAtMs).toBe(T0 + 6000);
	});
	it("is still found when it is complete, also turns later", () => {
		const later = [...writing, wrote({ a: "A", b: "B" }), chose("a", { a: 1, b: 2 }), said("more")];
		expect(replyAfter(stepOf(MESSAGE), ...later)).toMatchObject({ replyId: stepOf(REPLY), turn: 0 });
		expect(replyAfter(stepOf(MESSAGE + 3), ...later)).toMatchObject({ replyId: stepOf(MESSAGE + 4), turn: 1 });
	});
	it("has the slots of its own turn", () => {
		const one = studyWithEntry("duel", { laterCandidates: 1 });
		const later = [...writing, wrote({ a: "A", b: "B" }), chose("b", { a: 1, b: 2 }), said("more")];
		const state = activeAfter(one, ...later);
		expect([MESSAGE, MESSAGE + 3].map((ordinal) => replyOf(one, state, stepOf(ordinal))?.slots)).toEqual([
			["a", "b"],
			["a"],
		]);
	});
	it.each([
		["consent", 0],
		["a form", 1],
		["an unknown step", 99],
	])("is none for %s", (_, ordinal) => expect(replyAfter(stepOf(ordinal), ...writing)).toBeNull());
});

describe("the progress of a reply", () => {
	const writing = [...entered, said("hello")];
	const frames = { texts: { a: "Hel", b: "" }, writing: ["a", "b"], arrivals: [{ atMs: 1, units: 0 }] };
	const farAfter = (...tellers: readonly Teller[]) => {
		const reply = replyAfter(stepOf(MESSAGE), ...writing);
		if (!reply) throw new Error("there is a reply");
		return progressOfReply(told(study, ...tellers).state, reply, () => frames);
	};

	it("follows the frames while it is written", () => expect(farAfter(...writing)).toEqual({ ...frames, ended: false }));
	it("follows the log when it is complete", () =>
		expect(farAfter(...writing, wrote({ a: "Hello", b: "Hi" }))).toEqual({
			texts: { a: "Hello", b: "Hi" },
			writing: [],
			arrivals: [],
			ended: true,
		}));
	it.each([
		["failed", [failed({}, 3)]],
		["failed and is retried under another id", [failed({}, 3), askedAgain]],
		["is no longer wanted", [withdrawn]],
	])("stops growing when it %s", (_, after) =>
		expect(farAfter(...writing, ...after)).toEqual({ ...frames, writing: [], ended: true }),
	);
	it("is empty after an erasure", () =>
		expect(farAfter(...writing, withdrawn, erased)).toEqual({ texts: {}, writing: [], arrivals: [], ended: true }));
});
