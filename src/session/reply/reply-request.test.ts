import { describe, expect, it } from "vitest";
import {
	askedAgain,
	chose,
	consented,
	endedByParticipant,
	failed,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { activeAfter, stepOf, T0 } from "../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	ARM_KEY,
	EXPERIENCE,
	MOON,
	PLANS,
	SUN,
	studyWith,
} from "../../../test/support/sessions/session-study.ts";
import { pendingReply } from "./reply-request.ts";

const study = studyWith();
const solo = [started, consented, filled(ABOUT), randomised()];
const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const pending = (...tellers: readonly Teller[]) => pendingReply(study, activeAfter(study, ...tellers));
const seedsOf = (...tellers: readonly Teller[]) => pending(...tellers)?.candidates.map(({ seed }) => seed) ?? [];
const SCORES = { a: 1, b: 2 };

describe("the reply that a session waits for", () => {
	it.each([
		["consent is asked", [started]],
		["the session waits for an allocation", [started, consented, filled(ABOUT)]],
		["a message is asked", solo],
		["the reply is complete", [...solo, said("1"), wrote({ a: "1" })]],
		["it failed", [...solo, said("1"), failed({}, 3)]],
		["a choice is asked", [...duel, said("1"), wrote({ a: "A", b: "B" })]],
	])("is none while %s", (_, log) => expect(pending(...log)).toBeNull());

	it("goes to the planned arm, starts with the message, and has the sealed arm key", () =>
		expect(pending(...solo, said("hello"))).toEqual({
			replyId: stepOf(4),
			startedAtMs: T0 + 4000,
			arms: ARM_KEY,
			firstAttempt: 1,
			pace: { firstFrameMs: 900, charactersPerSecond: 90 },
			candidates: [
				{
					slot: "a",
					label: SUN,
					thread: [{ role: "participant", text: "hello" }],
					seed: expect.any(Number),
					kept: null,
				},
			],
		}));
	it("is the same for the same state", () =>
		expect(pending(...solo, said("hello"))).toEqual(pending(...solo, said("hello"))));
	it("starts with the retry", () =>
		expect(pending(...solo, said("hello"), failed({}, 3), askedAgain)?.startedAtMs).toBe(T0 + 6000));
	it("goes to the next arm in the next conversation, without messages of the first", () => {
		const first = [said("hello"), wrote({ a: "hi" }), endedByParticipant, filled(EXPERIENCE)];
		const [candidate] = pending(...solo, ...first, said("again"))?.candidates ?? [];
		expect([candidate?.label, candidate?.thread]).toEqual([MOON, [{ role: "participant", text: "again" }]]);
	});
	it("continues from the chosen replies of a best-of, in every slot", () => {
		const log = [...duel, said("1"), wrote({ a: "A", b: "B" }), chose("b", SCORES), said("2")];
		const thread = [
			{ role: "participant", text: "1" },
			{ role: "assistant", text: "B" },
			{ role: "participant", text: "2" },
		];
		expect(pending(...log)?.candidates.map((candidate) => candidate.thread)).toEqual([thread, thread]);
	});
});

describe("the seed of a reply", () => {
	it("differs by slot, turn, conversation and round", () => {
		const first = [said("1"), wrote({ a: "1" })];
		const seeds = [
			...seedsOf(...solo, said("1")),
			...seedsOf(...solo, ...first, said("2")),
			...seedsOf(...solo, ...first, endedByParticipant, filled(EXPERIENCE), said("1")),
			...seedsOf(...solo, said("1"), failed({}, 3), askedAgain),
			...seedsOf(...solo, said("1"), failed({}, 3), askedAgain, failed({}, 6), askedAgain),
			...seedsOf(...duel, said("1")).slice(1),
		];
		expect(seeds).toHaveLength(6);
		expect(new Set(seeds).size).toBe(6);
	});
	it("does not depend on the messages", () =>
		expect(seedsOf(...solo, said("1"))).toEqual(seedsOf(...solo, said("anything else"))));
});
