import { describe, expect, it } from "vitest";
import type { Submission } from "../api/submissions.ts";
import { type OurSession, reconcile } from "./reconcile.ts";

const theirs = (over: Partial<Submission> = {}): Submission => ({
	id: "x1",
	participant: "ann",
	study: "s1",
	status: "awaiting_review",
	code: "DONE",
	startedAt: "2026-11-28T12:00:00Z",
	completedAt: "2026-11-28T12:20:00Z",
	minutes: 20,
	...over,
});
const ours = (over: Partial<OurSession> = {}): OurSession => ({
	session: "se_1",
	participant: "ann",
	submissions: ["x1"],
	status: "completed",
	exit: "completed",
	code: "DONE",
	startedAt: "2026-11-28T12:01:00Z",
	endedAt: "2026-11-28T12:19:30Z",
	...over,
});
const active = { status: "active", exit: null, code: null, endedAt: null };
const findings = (sessions: OurSession[], submissions: Submission[]) =>
	reconcile(sessions, submissions).map(({ submission, findings }) => [submission, findings.join(" ")]);

describe("the reconciliation", () => {
	it("finds nothing where both sides agree, and has the minutes of both", () =>
		expect(reconcile([ours()], [theirs()])).toEqual([
			{
				participant: "ann",
				submission: "x1",
				prolificStudy: "s1",
				prolificStatus: "awaiting_review",
				prolificCode: "DONE",
				prolificMinutes: 20,
				session: "se_1",
				status: "completed",
				exit: "completed",
				code: "DONE",
				minutes: 18.5,
				findings: [],
			},
		]));

	it.each<[string, OurSession[], Submission[], string]>([
		["submitted there, unfinished here", [ours(active)], [theirs()], "complete_there_only"],
		["submitted there, never here", [], [theirs()], "not_here complete_there_only"],
		["left there, never here", [], [theirs({ status: "returned", code: null })], "not_here"],
		["completed here, timed out there", [ours()], [theirs({ status: "timed_out", code: null })], "complete_here_only"],
		["completed here, still active there", [ours()], [theirs({ status: "active", code: null })], "complete_here_only"],
		["completed here, unknown there", [ours()], [], "not_there complete_here_only"],
		["unfinished here, unknown there", [ours(active)], [], "not_there"],
		["another code than shown", [ours({ exit: "screened_out", code: "OUT" })], [theirs()], "code_differs"],
		["no code", [ours()], [theirs({ code: "NOCODE" })], "code_differs"],
		["screened out on both sides", [ours({ exit: "screened_out", code: "OUT" })], [theirs({ code: "OUT" })], ""],
		[
			"returned on both sides",
			[ours({ status: "withdrawn", exit: "withdrawn", code: "WD" })],
			[theirs({ status: "returned", code: null })],
			"",
		],
		["rejected after completion", [ours()], [theirs({ status: "rejected" })], ""],
	])("finds %s", (_, sessions, submissions, expected) =>
		expect(findings(sessions, submissions).map(([, found]) => found)).toEqual([expected]),
	);

	it("finds double submissions, and pays the one that was finished", () =>
		expect(findings([ours()], [theirs(), theirs({ id: "x2" })])).toEqual([
			["x1", "double_submission"],
			["x2", "complete_there_only double_submission"],
		]));

	it("accepts a later submission that the participant proved", () =>
		expect(
			findings(
				[ours({ submissions: ["x1", "x2"] })],
				[theirs({ status: "returned", code: null }), theirs({ id: "x2" })],
			),
		).toEqual([
			["x1", "double_submission"],
			["x2", "double_submission"],
		]));

	it("lists rows by participant", () => {
		const rows = reconcile(
			[ours({ participant: "cleo", submissions: [] })],
			[theirs({ participant: "dan" }), theirs()],
		);
		expect(rows.map(({ participant }) => participant)).toEqual(["ann", "cleo", "dan"]);
	});
});
