import { describe, expect, it } from "vitest";
import {
	consented,
	declined,
	erased,
	expired,
	reentryRefused,
	returnAddressChanged,
	startedAs,
	submissionChanged,
	withdrawn,
} from "../../test/support/session-events.ts";
import { recordRefusedReentry, resume, specFor, told } from "../../test/support/session-spec.ts";
import { FACTS, studyWith } from "../../test/support/session-study.ts";
import { exitOf } from "./exit.ts";
import { keptOf, MOST_REENTRIES } from "./reentry.ts";

const study = studyWith({ recruitment: { returnUrls: ["https://survey.example.org"] } });
const given = specFor(study);
const began = startedAs({ reference: { study: "s", session: "first" } });
const claimed = (submission: string | null) => ({
	proof: "claimed" as const,
	holdsToken: false,
	reference: { ...(submission !== null && { session: submission }) },
});
const vouched = { proof: "vouched" as const, holdsToken: false, reference: {} };

describe("when somebody comes back to a session", () => {
	it("resumes it for whoever has its token", () =>
		given(began)
			.when(resume({ ...claimed("other"), holdsToken: true }))
			.isSilent());

	it("resumes it for a link with the submission that it began with", () =>
		given(began)
			.when(resume(claimed("first")))
			.isSilent());

	it("resumes it for whoever a signature or a key vouches for", () => given(began).when(resume(vouched)).isSilent());

	it.each(["other", null])("refuses a link that nothing vouches for, with the submission %s", (submission) =>
		given(began)
			.when(resume(claimed(submission)))
			.refuses({ kind: "unproven" }),
	);

	it("refuses a link without a submission where the session began without one", () =>
		given(startedAs({ reference: {} }))
			.when(resume(claimed(null)))
			.refuses({ kind: "unproven" }));

	it("refuses a link that should be signed and is not, even with the submission that it began with", () => {
		given(began)
			.when(resume({ ...claimed("first"), proof: "none" }))
			.refuses({ kind: "unproven" });
		given(began)
			.when(resume({ ...claimed("first"), proof: "none", holdsToken: true }))
			.isSilent();
	});

	it("does the same once the session has ended", () => {
		given(began, declined)
			.when(resume(claimed("first")))
			.isSilent();
		given(began, declined)
			.when(resume(claimed("other")))
			.refuses({ kind: "unproven" });
		given(began, consented, expired).when(resume(vouched)).isSilent();
	});

	it("says that it was erased only to whoever could resume it", () => {
		given(began, withdrawn, erased)
			.when(resume(claimed("first")))
			.refuses({ kind: "unproven" });
		given(began, withdrawn, erased)
			.when(resume({ ...claimed("first"), holdsToken: true }))
			.refuses({ kind: "erased" });
		given(began, withdrawn, erased).when(resume(vouched)).refuses({ kind: "erased" });
	});
});

describe("when a refused return is recorded", () => {
	const attempt = (submission: string) => ({ reason: "other_submission" as const, reference: { session: submission } });

	it("is recorded once a submission, also after the end", () => {
		given(began)
			.when(recordRefusedReentry(attempt("b")))
			.records(reentryRefused(attempt("b")));
		given(began, reentryRefused(attempt("b")))
			.when(recordRefusedReentry(attempt("b")))
			.isSilent();
		given(began, reentryRefused(attempt("b")))
			.when(recordRefusedReentry(attempt("c")))
			.records(reentryRefused(attempt("c")));
		given(began, declined)
			.when(recordRefusedReentry(attempt("b")))
			.records(reentryRefused(attempt("b")));
	});

	it("stops at a limit, so that nobody can fill somebody's log", () => {
		const many = Array.from({ length: MOST_REENTRIES }, (_, n) => reentryRefused(attempt(`r${n}`)));
		given(began, ...many)
			.when(recordRefusedReentry(attempt("one more")))
			.isSilent();
	});

	it("leaves nothing in an erased session", () =>
		given(began, withdrawn, erased)
			.when(recordRefusedReentry(attempt("b")))
			.isSilent());
});

describe("when somebody comes back under another submission that a signature vouches for", () => {
	const again = { proof: "vouched" as const, holdsToken: false, reference: { study: "s", session: "second" } };

	it("records the submission, once", () => {
		given(began)
			.when(resume(again))
			.records(submissionChanged({ study: "s", session: "second" }));
		given(began, submissionChanged(again.reference)).when(resume(again)).isSilent();
		given(began)
			.when(resume({ ...again, reference: { study: "s", session: "first" } }))
			.isSilent();
	});
});

describe("when somebody comes back with another address to return to", () => {
	const address = "https://survey.example.org/next?id=2";

	it("takes the newest address", () => {
		given(began)
			.when(resume({ ...vouched, returnUrl: address }))
			.records(returnAddressChanged(address));
		given(began, returnAddressChanged(address))
			.when(resume({ ...vouched, returnUrl: address }))
			.isSilent();
		given(began, returnAddressChanged(address)).when(resume(vouched)).isSilent();
	});

	it("leads there at the end, also where the session has ended before", () => {
		const { state } = told(study, began, consented, expired, returnAddressChanged(address));
		if (state.status !== "expired") throw new Error("it has not ended");
		expect(exitOf(study, state)).toMatchObject({ redirectUrl: expect.stringContaining(`${address}&session=`) });
	});

	it("keeps an exit that was shown with a completion code", () => {
		const exits = { declined: { code: "NO" } };
		const paying = specFor(
			studyWith({ recruitment: { returnUrls: ["https://survey.example.org"], prolific: { exits } } }),
		);
		paying(began, declined)
			.when(resume({ ...vouched, returnUrl: address }))
			.isSilent();
	});
});

describe("what is kept of an arrival", () => {
	const facts = { ...FACTS, attributes: { region: "north", age: 30 }, given: ["age"] };

	it("are the attributes that were given, and which of the later ones are unlike them", () => {
		expect(keptOf(facts, { age: 31, region: "north", extra: true })).toEqual({
			returnUrl: null,
			attributes: { age: 30 },
			unlike: ["age", "extra"],
		});
	});

	it("in a log from before, are those of which the arrival says the same", () => {
		const { given: _, ...old } = facts;
		expect(keptOf(old, { age: 31, region: "north" })).toMatchObject({
			attributes: { region: "north" },
			unlike: ["age"],
		});
	});
});
