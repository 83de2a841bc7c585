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

	it("records the allocator's plan", () => waiting.when(recordAllocation()).records(randomised()));
	it("ends as full if no place is left", () => waiting.when(recordAllocation({ kind: "full" })).records(studyFull));
	it("records the new hash of the adapted inputs if they changed since the start", () =>
		waiting
			.when(recordAllocation(undefined, "sha256:other"))
			.records((told) => ({ ...randomised()(told), fittings: "sha256:other" }) as SessionEvent));
	it("ends as screened out if an arm can no longer be adapted", () =>
		waiting
			.when(recordExclusion("no_adapter"))
			.records((told) => ({ ...screenedOut(told), reason: "no_adapter" }) as SessionEvent));
	it("makes no events when the participant retries", () => waiting.when(answer({ retry: true })).isSilent());
	it("refuses any other answer", () => waiting.when(answer({ text: "hello" })).refusesAt("/retry", "/text"));
	it("makes no events for a reply that was not requested", () => waiting.when(recordReply({ a: {} })).isSilent());
});

describe("after randomisation", () => {
	const plan = given(started, consented, filled(ABOUT), randomised());

	it("makes no events when the allocation comes again, so the first plan stays", () =>
		plan.when(recordAllocation()).isSilent());
	it("makes no events when an exclusion comes late", () => plan.when(recordExclusion("no_adapter")).isSilent());
	it("makes no events when `full` comes late", () => plan.when(recordAllocation({ kind: "full" })).isSilent());
	it("makes no events when the retry is repeated, because its response may have been lost", () =>
		plan.when(answerTo(ALLOCATION, { retry: true })).isSilent());
	it("refuses another answer to the wait", () =>
		plan
			.when(answerTo(ALLOCATION, { text: "hello" }))
			.refuses({ kind: "already_answered", current: stepOf(ALLOCATION + 1) }));
});

describe("after the study was full", () => {
	const full = given(started, consented, filled(ABOUT), studyFull);

	it("makes no events when a plan comes late", () => full.when(recordAllocation()).isSilent());
	it("makes no events when the retry is repeated", () => full.when(answerTo(ALLOCATION, { retry: true })).isSilent());
	it("takes no more answers", () => full.when(answerTo(ALLOCATION + 1, { text: "hello" })).refuses({ kind: "ended" }));
});
