import { describe, expect, it } from "vitest";
import {
	completed,
	consented,
	endedByParticipant,
	filled,
	randomised,
	said,
	screenedOut,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { told } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, PLANS, SESSION, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { summaryOf, summarySchema } from "./summary.ts";

const study = studyWith();

function summaryAfter(...tellers: readonly Teller[]) {
	const { state } = told(study, ...tellers);
	if (state.status === "new" || state.status === "erased") throw new Error(state.status);
	return summarySchema.parse(summaryOf(study, state));
}

const rated = [
	...[started, consented, filled(ABOUT), randomised(PLANS.solo)],
	...[said("1"), wrote({ a: "1" }), endedByParticipant, filled(EXPERIENCE)],
];

describe("the summary of a session", () => {
	it("has no exit, code and end while the session is active", () => {
		expect(summaryAfter(started)).toEqual({
			session: SESSION,
			study: "mixed",
			status: "active",
			exitReason: null,
			completionCode: null,
			startedAt: "2026-05-01T12:00:00.000Z",
			completedAt: null,
			minutes: null,
			conversations: 0,
			messages: 0,
		});
	});

	it("counts conversations and messages, and has ratings by form, item and period, without attention checks", () => {
		const second = [said("2"), wrote({ a: "2" }), endedByParticipant, filled({ overall: null, attention: 2 })];
		expect(summaryAfter(...rated)).toMatchObject({ conversations: 1, messages: 1, rating_experience_overall_1: 70 });
		const all = summaryAfter(...rated, ...second);
		expect(Object.entries(all).filter(([name]) => name.startsWith("rating_"))).toEqual([
			["rating_experience_overall_1", 70],
			["rating_experience_overall_2", null],
		]);
	});

	it("has the exit with its code, the end and the minutes once the session is complete", () => {
		expect(summaryAfter(started, completed)).toMatchObject({
			status: "completed",
			exitReason: "completed",
			completionCode: "DONE",
			completedAt: "2026-05-01T12:00:01.000Z",
			minutes: 0,
		});
	});

	it("has no time of completion after another exit", () => {
		expect(summaryAfter(started, screenedOut)).toMatchObject({
			exitReason: "screened_out",
			completionCode: "OUT",
			completedAt: null,
			minutes: 0,
		});
	});

	it("keeps the exit that was shown, after a withdrawal", () => {
		expect(summaryAfter(started, completed, withdrawn)).toMatchObject({
			status: "withdrawn",
			exitReason: "completed",
			completionCode: "DONE",
		});
	});
});
