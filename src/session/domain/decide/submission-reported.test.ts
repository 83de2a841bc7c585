import { describe, expect, it } from "vitest";
import {
	consented,
	reentryRefused,
	submissionReported as reported,
	startedAs,
	submissionChanged,
	withdrawn,
} from "../../../../test/support/sessions/session-events.ts";
import { NOW, recordSubmission, specFor, told } from "../../../../test/support/sessions/session-spec.ts";
import { studyWith } from "../../../../test/support/sessions/session-study.ts";
import { MAX_REPORTS } from "./submission-reported.ts";

const study = studyWith({});
const given = specFor(study);
const began = startedAs({ reference: { study: "s", session: "x1" } });

describe("when the recruiter reports on a submission", () => {
	it("records its status", () =>
		given(began, consented)
			.when(recordSubmission("x1", "awaiting_review", 5))
			.records(reported("x1", "awaiting_review", 5)));

	it("ends the session as withdrawn if it was returned", () =>
		given(began, consented)
			.when(recordSubmission("x1", "returned", 5))
			.records(reported("x1", "returned", 5), withdrawn));

	it("ends the session as expired if it timed out", () =>
		given(began, consented)
			.when(recordSubmission("x1", "timed_out", 5))
			.records(reported("x1", "timed_out", 5), ({ atMs }) => ({ type: "SessionExpired", atMs })));

	it("makes no events for a submission that it does not know", () =>
		given(began)
			.when(recordSubmission("x9", "returned", 5))
			.isSilent());

	it("makes no events if the session began without a submission", () =>
		given(startedAs({ reference: {} }))
			.when(recordSubmission("x1", "returned", 5))
			.isSilent());
});

describe("when reports come twice or in another order", () => {
	it("makes no events for a repeat", () =>
		given(began, reported("x1", "active", 5))
			.when(recordSubmission("x1", "active", 6))
			.isSilent());

	it("makes no events for an older report", () =>
		given(began, reported("x1", "approved", 9))
			.when(recordSubmission("x1", "awaiting_review", 5))
			.isSilent());

	it("takes the status that ends the submission if both have the same time", () => {
		given(began, reported("x1", "active", 5))
			.when(recordSubmission("x1", "approved", 5))
			.records(reported("x1", "approved", 5));
		given(began, reported("x1", "approved", 5))
			.when(recordSubmission("x1", "active", 5))
			.isSilent();
	});

	it("keeps a session that ended, and records what follows", () =>
		given(began, consented, withdrawn)
			.when(recordSubmission("x1", "returned", 5))
			.records(reported("x1", "returned", 5)));

	it("makes no more events at the limit", () =>
		given(began, ...Array.from({ length: MAX_REPORTS }, (_, at) => reported("x1", at % 2 ? "active" : "reserved", at)))
			.when(recordSubmission("x1", "approved", 1000))
			.isSilent());
});

describe("when the participant has more than one submission", () => {
	it("keeps the session if an earlier one was returned", () =>
		given(began, submissionChanged({ session: "x2" }))
			.when(recordSubmission("x1", "returned", 5))
			.records(reported("x1", "returned", 5)));

	it("ends the session if the current one was returned", () =>
		given(began, submissionChanged({ session: "x2" }))
			.when(recordSubmission("x2", "returned", 5))
			.records(reported("x2", "returned", 5), withdrawn));

	it("only records the status of one that was refused", () =>
		given(began, reentryRefused({ reason: "other_submission", reference: { session: "x2" } }))
			.when(recordSubmission("x2", "returned", 5))
			.records(reported("x2", "returned", 5)));
});

describe("after a report", () => {
	it("the state has it", () => {
		const { state } = told(study, began, reported("x1", "active", NOW));
		expect(state).toMatchObject({ submissions: [{ submission: "x1", status: "active" }] });
	});
});
