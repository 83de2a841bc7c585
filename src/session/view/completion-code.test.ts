import { describe, expect, it } from "vitest";
import {
	completed,
	consented,
	declined,
	expired,
	filled,
	started,
	startedAs,
	studyFull,
	type Teller,
	withdrawn,
} from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, SESSION, studyWith } from "../../../test/support/sessions/session-study.ts";
import { exitOf } from "./completion-code.ts";

const study = studyWith();

function exitAfter(...tellers: readonly Teller[]) {
	const { state } = told(study, ...tellers);
	if (state.status === "new" || state.status === "erased" || state.status === "active") throw new Error(state.status);
	return exitOf(study, state);
}

describe("whoever came from Prolific", () => {
	it.each([
		["completed", [started, completed], "DONE"],
		["declined", [started, declined], "NO"],
	])("goes back with the code of the exit %s", (reason, log, code) =>
		expect(exitAfter(...log)).toEqual({
			reason,
			redirectUrl: `https://app.prolific.com/submissions/complete?cc=${code}`,
			code,
		}),
	);
	it.each([
		["full, which has no code in this study", "full", [started, consented, filled(ABOUT), studyFull]],
		["withdrawn, for nobody is paid by a code for leaving", "withdrawn", [started, withdrawn]],
		["expired", "expired", [started, expired]],
	])("is sent nowhere from %s", (_, reason, log) =>
		expect(exitAfter(...log)).toEqual({ reason, redirectUrl: null, code: null }),
	);
	it("keeps the code of completion after withdrawing, for it is what they are paid by", () =>
		expect(exitAfter(started, completed, withdrawn)).toEqual(exitAfter(started, completed)));
});

describe("whoever came from a survey tool", () => {
	const returnUrl = "https://survey.example.org/back?respondent=7&status=old";
	const came = startedAs({ source: "qualtrics", returnUrl });

	it("goes back to where the tool said, with the session and how it ended", () =>
		expect(exitAfter(came, completed)).toEqual({
			reason: "completed",
			redirectUrl: `https://survey.example.org/back?respondent=7&status=completed&session=${SESSION}`,
			code: null,
		}));
	it("goes back from every end", () => expect(exitAfter(came, withdrawn).redirectUrl).toContain("status=withdrawn"));
	it("is shown no code of Prolific's", () =>
		expect(exitAfter(startedAs({ source: "qualtrics" }), completed)).toEqual({
			reason: "completed",
			redirectUrl: null,
			code: null,
		}));
});
