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
import { exitOf } from "./exit-view.ts";

const study = studyWith();

function exitAfter(...tellers: readonly Teller[]) {
	const { state } = told(study, ...tellers);
	if (state.status === "new" || state.status === "erased" || state.status === "active") throw new Error(state.status);
	return exitOf(study, state);
}

describe("a participant from Prolific", () => {
	it.each([
		["completed", [started, completed], "DONE"],
		["declined", [started, declined], "NO"],
	])("returns with the code of the exit %s", (reason, log, code) =>
		expect(exitAfter(...log)).toEqual({
			reason,
			redirectUrl: `https://app.prolific.com/submissions/complete?cc=${code}`,
			code,
		}),
	);
	it.each([
		["full, which has no code in this study", "full", [started, consented, filled(ABOUT), studyFull]],
		["withdrawn, because leaving is not paid by a code", "withdrawn", [started, withdrawn]],
		["expired", "expired", [started, expired]],
	])("is sent nowhere from %s", (_, reason, log) =>
		expect(exitAfter(...log)).toEqual({ reason, redirectUrl: null, code: null }),
	);
	it("keeps the code of completion after withdrawing, because it pays them", () =>
		expect(exitAfter(started, completed, withdrawn)).toEqual(exitAfter(started, completed)));
});

describe("a participant from a survey tool", () => {
	const returnUrl = "https://survey.example.org/back?respondent=7&status=old";
	const came = startedAs({ source: "qualtrics", returnUrl });

	it("returns to the tool's address, with the session and how it ended", () =>
		expect(exitAfter(came, completed)).toEqual({
			reason: "completed",
			redirectUrl: `${returnUrl}&crossover_session=${SESSION}&crossover_status=completed`,
			code: null,
		}));
	it("returns from every exit", () =>
		expect(exitAfter(came, withdrawn).redirectUrl).toContain("crossover_status=withdrawn"));
	it("is shown no code of Prolific", () =>
		expect(exitAfter(startedAs({ source: "qualtrics" }), completed)).toEqual({
			reason: "completed",
			redirectUrl: null,
			code: null,
		}));
});
