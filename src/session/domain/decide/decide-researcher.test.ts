import { describe, expect, it } from "vitest";
import {
	consented,
	erased,
	filled,
	randomised,
	reservationLapsed,
	said,
	started,
	startedAs,
	type Teller,
	withdrawn,
} from "../../../../test/support/sessions/session-events.ts";
import { NOW, specFor, told } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, studyWith } from "../../../../test/support/sessions/session-study.ts";
import type { Command } from "../command.ts";
import type { ResearchersExit } from "../events.ts";

const STUDY = studyWith();
const given = specFor(STUDY);
const BY = { actor: "ak_researcher", reason: "They wrote that their phone broke." };
const end =
	(exit: ResearchersExit, by = BY) =>
	(): Command => ({ type: "EndForResearcher", nowMs: NOW, exit, by });
const release = (): Command => ({ type: "ReleasePlace", nowMs: NOW, by: BY });
const ended =
	(exit: ResearchersExit): Teller =>
	({ atMs }) => ({ type: "SessionEndedByResearcher", atMs, exit, by: BY });
const PLACED: readonly Teller[] = [started, consented, filled(ABOUT), randomised()];

describe("when a researcher ends a session", () => {
	it.each<[string, readonly Teller[]]>([
		["before consent", [started]],
		["with a reserved place", PLACED],
		["while a reply is being written", [...PLACED, said("Hello")]],
	])("%s, it ends at once", (_, tellers) =>
		given(...tellers)
			.when(end("completed"))
			.records(ended("completed")),
	);

	it.each<[ResearchersExit, string]>([
		["completed", "withdrawn"],
		["screened_out", "withdrawn"],
		["failed_checks", "failed_checks"],
		["withdrawn", "withdrawn"],
		["expired", "expired"],
	])("by the exit %s, its status is %s", (exit, status) => {
		expect(told(STUDY, ...PLACED, ended(exit)).state).toMatchObject({ status, exit, endedBy: BY.actor });
	});

	it("changes nothing on a repeat", () =>
		given(...PLACED, ended("completed"))
			.when(end("completed"))
			.isSilent());
	it("refuses another exit after it", () =>
		given(...PLACED, ended("completed"))
			.when(end("expired"))
			.refuses({ kind: "ended" }));
	it("refuses to end a session that ended otherwise", () =>
		given(...PLACED, withdrawn)
			.when(end("withdrawn"))
			.refuses({ kind: "ended" }));
	it("does not exist for an erased session", () =>
		given(...PLACED, withdrawn, erased)
			.when(end("withdrawn"))
			.refuses({ kind: "erased" }));
});

describe("when a researcher releases a place", () => {
	it("frees it before the first message", () =>
		given(...PLACED)
			.when(release)
			.records((now) => ({ ...reservationLapsed()(now), releasedBy: BY })));
	it("changes nothing on a repeat", () =>
		given(...PLACED, reservationLapsed())
			.when(release)
			.isSilent());
	it.each<[string, readonly Teller[]]>([
		["before randomisation", [started, consented]],
		["after the first message", [...PLACED, said("Hello")]],
		["in the pilot pool", [startedAs({ pool: "pilot" }), consented, filled(ABOUT), randomised()]],
	])("has none to free %s", (_, tellers) =>
		given(...tellers)
			.when(release)
			.refuses({ kind: "no_reservation" }),
	);
	it("refuses it after the end", () =>
		given(...PLACED, ended("expired"))
			.when(release)
			.refuses({ kind: "ended" }));
});

describe("a participant's last activity", () => {
	const at = (...tellers: readonly Teller[]) => {
		const { state } = told(STUDY, ...tellers);
		return "activeAtMs" in state ? state.activeAtMs - state.startedAtMs : null;
	};
	it("is the start, until they answer", () => expect(at(started)).toBe(0));
	it("is their last answer, not a later act of the platform", () => {
		expect(at(started, consented, filled(ABOUT))).toBe(2_000);
		expect(at(...PLACED, reservationLapsed())).toBe(2_000);
	});
	it("is not the end by a researcher", () => expect(at(...PLACED, ended("expired"))).toBe(2_000));
});
