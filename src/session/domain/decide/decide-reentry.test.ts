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
} from "../../../../test/support/sessions/session-events.ts";
import { recordRefusedReentry, resume, specFor, told } from "../../../../test/support/sessions/session-spec.ts";
import { FACTS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { exitOf } from "../../view/exit-view.ts";
import { keptOf, MAX_REENTRIES } from "./reentry.ts";

const study = studyWith({ recruitment: { returnUrls: ["https://survey.example.org"] } });
const given = specFor(study);
const began = startedAs({ reference: { study: "s", session: "first" } });
const claimed = (submission: string | null) => ({
	proof: "claimed" as const,
	holdsToken: false,
	reference: { ...(submission !== null && { session: submission }) },
});
const vouched = { proof: "vouched" as const, holdsToken: false, reference: {} };

describe("when an arrival names the participant of a session", () => {
	it("resumes the session with its token", () =>
		given(began)
			.when(resume({ ...claimed("other"), holdsToken: true }))
			.isSilent());

	it("resumes it for an unsigned link with the submission from the start", () =>
		given(began)
			.when(resume(claimed("first")))
			.isSilent());

	it("resumes it for a signature or a key", () => given(began).when(resume(vouched)).isSilent());

	it.each(["other", null])("refuses an unsigned link with the submission %s", (submission) =>
		given(began)
			.when(resume(claimed(submission)))
			.refuses({ kind: "unproven" }),
	);

	it("refuses an unsigned link without a submission, even if the session began without one", () =>
		given(startedAs({ reference: {} }))
			.when(resume(claimed(null)))
			.refuses({ kind: "unproven" }));

	it("refuses a link without the required signature, even with the submission from the start", () => {
		given(began)
			.when(resume({ ...claimed("first"), proof: "none" }))
			.refuses({ kind: "unproven" });
		given(began)
			.when(resume({ ...claimed("first"), proof: "none", holdsToken: true }))
			.isSilent();
	});

	it("does the same after the end", () => {
		given(began, declined)
			.when(resume(claimed("first")))
			.isSilent();
		given(began, declined)
			.when(resume(claimed("other")))
			.refuses({ kind: "unproven" });
		given(began, consented, expired).when(resume(vouched)).isSilent();
	});

	it("reports an erasure only to arrivals that could resume the session", () => {
		given(began, withdrawn, erased)
			.when(resume(claimed("first")))
			.refuses({ kind: "unproven" });
		given(began, withdrawn, erased)
			.when(resume({ ...claimed("first"), holdsToken: true }))
			.refuses({ kind: "erased" });
		given(began, withdrawn, erased).when(resume(vouched)).refuses({ kind: "erased" });
	});
});

describe("when a refused re-entry is recorded", () => {
	const attempt = (submission: string) => ({ reason: "other_submission" as const, reference: { session: submission } });

	it("records it once for each submission, also after the end", () => {
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

	it("stops at a limit", () => {
		const many = Array.from({ length: MAX_REENTRIES }, (_, n) => reentryRefused(attempt(`r${n}`)));
		given(began, ...many)
			.when(recordRefusedReentry(attempt("one more")))
			.isSilent();
	});

	it("leaves room for a proved change of submission when strangers have used theirs up", () => {
		const many = Array.from({ length: MAX_REENTRIES }, (_, n) => reentryRefused(attempt(`r${n}`)));
		const proved = { proof: "vouched" as const, holdsToken: false, reference: { session: "second" } };
		given(began, ...many)
			.when(resume(proved))
			.records(submissionChanged(proved.reference));
	});

	it("records nothing in an erased session", () =>
		given(began, withdrawn, erased)
			.when(recordRefusedReentry(attempt("b")))
			.isSilent());
});

describe("when a participant returns with another signed submission", () => {
	const again = { proof: "vouched" as const, holdsToken: false, reference: { study: "s", session: "second" } };

	it("records the submission once", () => {
		given(began)
			.when(resume(again))
			.records(submissionChanged({ study: "s", session: "second" }));
		given(began, submissionChanged(again.reference)).when(resume(again)).isSilent();
		given(began)
			.when(resume({ ...again, reference: { study: "s", session: "first" } }))
			.isSilent();
	});
});

describe("when a participant returns with another address to return to", () => {
	const address = "https://survey.example.org/next?id=2";

	it("keeps the newest address", () => {
		given(began)
			.when(resume({ ...vouched, returnUrl: address }))
			.records(returnAddressChanged(address));
		given(began, returnAddressChanged(address))
			.when(resume({ ...vouched, returnUrl: address }))
			.isSilent();
		given(began, returnAddressChanged(address)).when(resume(vouched)).isSilent();
	});

	it("leads there at the end, also if the session has ended before", () => {
		const { state } = told(study, began, consented, expired, returnAddressChanged(address));
		if (state.status !== "expired") throw new Error("it has not ended");
		expect(exitOf(study, state)).toMatchObject({
			redirectUrl: expect.stringContaining(`${address}&crossover_session=`),
		});
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

describe("the kept settings", () => {
	const facts = { ...FACTS, attributes: { region: "north", age: 30 }, given: ["age"] };

	it("have the attributes from the first arrival, and the names of later ones that differ", () => {
		expect(keptOf(facts, { age: 31, region: "north", extra: true }, [])).toEqual({
			returnUrl: null,
			attributes: { age: 30 },
			unlike: ["age", "extra"],
			missing: [],
		});
	});

	it("name the attributes of strata that neither the arrival nor a profile gave", () => {
		const strata = ["attributes.region", "answers.about.use", "attributes.panel"];
		expect(keptOf(facts, {}, strata)).toMatchObject({ attributes: { age: 30 }, missing: ["panel"] });
	});

	it("have only attributes that the arrival repeats, for an old log", () => {
		const { given: _, ...old } = facts;
		expect(keptOf(old, { age: 31, region: "north" }, [])).toMatchObject({
			attributes: { region: "north" },
			unlike: ["age"],
		});
	});
});
