import { describe, it } from "vitest";
import {
	consented,
	filled,
	randomised,
	screenedOut,
	started,
	studyFull,
} from "../../../../test/support/sessions/session-events.ts";
import {
	answer,
	answerTo,
	recordAllocation,
	recordExclusion,
	recordReply,
	specFor,
	stepOf,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, studyWith } from "../../../../test/support/sessions/session-study.ts";
import type { SessionEvent } from "../events.ts";

const given = specFor(studyWith());
const ALLOCATION = 2;

describe("when the session waits for its allocation", () => {
	const waiting = given(started, consented, filled(ABOUT));

	it("is randomised by the plan that was drawn", () => waiting.when(recordAllocation()).records(randomised()));
	it("ends as full when there is no place left", () =>
		waiting.when(recordAllocation({ kind: "full" })).records(studyFull));
	it("is randomised with what its arms are adapted with now, where that has changed since it began", () =>
		waiting
			.when(recordAllocation(undefined, "sha256:other"))
			.records((told) => ({ ...randomised()(told), fittings: "sha256:other" }) as SessionEvent));
	it("ends as screened out where an arm can be adapted no more", () =>
		waiting
			.when(recordExclusion("no_adapter"))
			.records((told) => ({ ...screenedOut(told), reason: "no_adapter" }) as SessionEvent));
	it("is silent when the participant pushes it: the push is no answer", () =>
		waiting.when(answer({ retry: true })).isSilent());
	it("refuses any other answer", () => waiting.when(answer({ text: "hello" })).refusesAt("/retry", "/text"));
	it("is silent when a reply comes that nobody waits for", () => waiting.when(recordReply({ a: {} })).isSilent());
});

describe("when the session was randomised", () => {
	const plan = given(started, consented, filled(ABOUT), randomised());

	it("is silent when the allocation comes again: the first plan stands", () =>
		plan.when(recordAllocation()).isSilent());
	it("is silent when it is late that an arm can be adapted no more", () =>
		plan.when(recordExclusion("no_adapter")).isSilent());
	it("is silent when a late one says that the study is full", () =>
		plan.when(recordAllocation({ kind: "full" })).isSilent());
	it("is silent when the push comes again, for its response may have been lost", () =>
		plan.when(answerTo(ALLOCATION, { retry: true })).isSilent());
	it("refuses another answer to the wait", () =>
		plan
			.when(answerTo(ALLOCATION, { text: "hello" }))
			.refuses({ kind: "already_answered", current: stepOf(ALLOCATION + 1) }));
});

describe("when the study was full", () => {
	const full = given(started, consented, filled(ABOUT), studyFull);

	it("is silent when a plan comes late", () => full.when(recordAllocation()).isSilent());
	it("is silent when the push comes again", () => full.when(answerTo(ALLOCATION, { retry: true })).isSilent());
	it("asks nothing any more", () => full.when(answerTo(ALLOCATION + 1, { text: "hello" })).refuses({ kind: "ended" }));
});
