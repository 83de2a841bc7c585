import { describe, expect, it } from "vitest";
import {
	completed,
	consented,
	filled,
	randomised,
	said,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { NOW, specFor, T0, told } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, SESSION, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { timestamp } from "../../../shared/clock.ts";
import { exitOf } from "../../view/exit-view.ts";
import { helpView } from "../../view/help-view.ts";
import type { Command } from "../command.ts";
import type { ReportKind } from "../conversation-events.ts";
import type { SessionEvent } from "../events.ts";
import { messageIdOf } from "../replies-seen.ts";

const study = studyWith({
	contact: { name: "Ada", email: "ada@example.org" },
	support: { default: "Call somebody." },
	reports: { harmful: "completed" },
	debrief: { completed: "All of it.", withdrawn: "Some of it." },
});
const given = specFor(study);
const talking = [started, consented, filled(ABOUT), randomised(PLANS.solo), said("hello"), wrote({ a: "hi" })];
const reply = messageIdOf(SESSION, 0, 0, "a");
const place = { conversation: 0, turn: 0, slot: "a" } as const;

const report =
	(message: string, kind: ReportKind, note: string | null = null) =>
	(): Command => ({ type: "ReportReply", nowMs: NOW, message, kind, note });
const reported =
	(kind: ReportKind, note: string | null = null): Teller =>
	({ atMs }) => ({ type: "ReplyReported", atMs, ...place, kind, note });
const leave = (kind: ReportKind) => (): Command => ({ type: "Withdraw", nowMs: NOW, erase: false, reported: kind });
const leftBy =
	(exit: "completed"): Teller =>
	({ atMs }): SessionEvent => ({ type: "SessionWithdrawn", atMs, exit });

describe("when a reply is reported", () => {
	it("is recorded with its place and the participant's words", () =>
		given(...talking)
			.when(report(reply, "harmful", "It upset me."))
			.records(reported("harmful", "It upset me.")));
	it("is silent when the same report comes again", () =>
		given(...talking, reported("broken"))
			.when(report(reply, "broken"))
			.isSilent());
	it("takes another report of the same reply", () =>
		given(...talking, reported("broken"))
			.when(report(reply, "harmful"))
			.records(reported("harmful")));
	it.each([["ms_none"], [messageIdOf(SESSION, 0, 0, "participant")]])("refuses %s, which is no reply", (message) =>
		given(...talking)
			.when(report(message, "broken"))
			.refusesAt("/message"),
	);
	it("is refused after the end", () =>
		given(...talking, completed)
			.when(report(reply, "broken"))
			.refuses({ kind: "ended" }));
});

describe("when the participant leaves after a report", () => {
	it("ends by the exit that the study offers", () =>
		given(...talking, reported("harmful"))
			.when(leave("harmful"))
			.records(leftBy("completed")));
	it("has the code and the debriefing of that exit, and has withdrawn", () => {
		const { state } = told(study, ...talking, reported("harmful"), leftBy("completed"));
		if (state.status !== "withdrawn") throw new Error(state.status);
		expect(exitOf(study, state)).toMatchObject({ reason: "completed", code: "DONE", debrief: "All of it." });
	});
	it.each([
		["no reply was reported", talking, "harmful"],
		["another kind was reported", [...talking, reported("broken")], "harmful"],
		["the study offers no exit", [...talking, reported("broken")], "broken"],
	] as const)("is refused where %s", (_, log, kind) =>
		given(...log)
			.when(leave(kind))
			.refusesAt("/reported"),
	);
	it("has the debriefing for leaving", () => {
		const { state } = told(study, ...talking, withdrawn);
		if (state.status !== "withdrawn") throw new Error(state.status);
		expect(exitOf(study, state)).toMatchObject({ reason: "withdrawn", code: null, debrief: "Some of it." });
	});
});

describe("the menu", () => {
	const helpAfter = (...tellers: readonly Teller[]) => {
		const { state } = told(study, ...tellers);
		if (state.status === "new" || state.status === "erased") throw new Error(state.status);
		return helpView(study, state);
	};
	it("has consent, contact, support, the time that the session expires, and what a report leads to", () =>
		expect(helpAfter(started)).toEqual({
			consent: { version: "2026-05", text: "# Consent" },
			contact: { name: "Ada", email: "ada@example.org" },
			support: { default: "Call somebody." },
			until: timestamp(T0 + 3 * 60 * 60_000),
			leaveAfter: ["harmful"],
		}));
	it("has no such time after the end", () => expect(helpAfter(started, completed).until).toBeNull());
});
