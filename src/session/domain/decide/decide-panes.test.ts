import { describe, expect, it } from "vitest";
import {
	consented,
	endedByLimit,
	endedByParticipant,
	filled,
	randomised,
	said,
	started,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { activeAfter, answer, recordReply, specFor } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, MOON, PLANS, SUN, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { pendingReply } from "../../reply/reply-request.ts";

const study = studyWith();
const given = specFor(study);
const answered = [
	started,
	consented,
	filled(ABOUT),
	randomised(PLANS.panes),
	said("hello"),
	wrote({ a: "A1", b: "B1" }),
];

describe("when both panes of a side-by-side have replied", () => {
	it("asks for the next message, without a choice", () =>
		given(...answered)
			.when(answer({ text: "more" }))
			.records(said("more")));
	it("may be ended", () =>
		given(...answered)
			.when(answer({ end: true }))
			.records(endedByParticipant));
	it("gives every pane its own thread", () => {
		const asked = pendingReply(study, activeAfter(study, ...answered, said("more")));
		const thread = (reply: string) => [
			{ role: "participant", text: "hello" },
			{ role: "assistant", text: reply },
			{ role: "participant", text: "more" },
		];
		expect(asked?.candidates.map(({ slot, label, thread: seen }) => ({ slot, label, seen }))).toEqual([
			{ slot: "a", label: SUN, seen: thread("A1") },
			{ slot: "b", label: MOON, seen: thread("B1") },
		]);
	});
	it("ends by itself after the last reply", () =>
		given(...answered, said("more"))
			.when(recordReply({ a: { text: "A2" }, b: { text: "B2" } }))
			.records(wrote({ a: "A2", b: "B2" }), endedByLimit));
});

describe("when the panes have to be ranked", () => {
	const asked = given(...answered, endedByParticipant);

	it("accepts every pane, best first", () =>
		asked.when(answer({ answers: { best: ["b", "a"] } })).records(filled({ best: ["b", "a"] })));
	it.each([
		["one pane", ["b"]],
		["a pane twice", ["b", "b"]],
		["the name of an arm", ["b", SUN]],
	])("refuses %s", (_, best) => asked.when(answer({ answers: { best } })).refusesAt("/answers/best"));
});
