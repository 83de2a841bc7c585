import { describe, expect, it } from "vitest";
import {
	consented,
	endedByParticipant,
	filled,
	randomised,
	said,
	screenedOut,
	started,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { activeAfter, answer, specFor } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, mixedProtocol, PLANS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import type { ProtocolInput } from "../../../protocol/schema/schema.ts";
import { view } from "../../view/view.ts";

type Items = ProtocolInput["forms"] extends infer F | undefined ? F : never;
const option = (value: string) => ({ value, label: value });
const { about, experience } = mixedProtocol.forms as NonNullable<Items>;

/** Who takes "second" is asked why, and then how often; who is 65 or older is asked one thing more after each talk. */
const study = studyWith({
	forms: {
		...mixedProtocol.forms,
		about: {
			title: "About you",
			pages: true,
			items: [
				...(about?.items ?? []),
				{ id: "use", kind: "choice", label: "Use?", options: [option("daily"), option("never")] },
				{
					id: "why",
					kind: "choice",
					label: "Why?",
					options: [option("work"), option("fun")],
					showIf: { item: "use", equals: "daily" },
				},
				{ id: "hours", kind: "number", label: "Hours?", showIf: { item: "why", in: ["work"] } },
			],
		},
		experience: {
			title: "How was it?",
			items: [
				...(experience?.items ?? []),
				{ id: "pace", kind: "vas", label: "Slow enough?", showIf: { form: "about", item: "age", atLeast: 65 } },
			],
		},
		older: {
			title: "For you",
			items: [
				{ id: "eyes", kind: "vas", label: "Could you read it?", showIf: { form: "about", item: "age", atLeast: 65 } },
				{ id: "glasses", kind: "vas", label: "With glasses?", showIf: { item: "eyes", atMost: 50 } },
			],
		},
	},
	flow: ["consent", "about", "older", "conversations", "closing"],
	eligibility: [{ form: "about", item: "hours", atMost: 8 }],
});
const given = specFor(study);
const NEVER = { ...ABOUT, use: "never" };
const BEFORE = ["note", "age", "check", "words", "use"];
const stepAfter = (...tellers: Parameters<typeof activeAfter> extends [unknown, ...infer T] ? T : never) =>
	view(study, activeAfter(study, ...tellers)).step;

/** Nobody under 65 is asked the form after it. */
const skippedOlder = ({ atMs }: { atMs: number }) =>
	({ type: "FormSkipped", atMs, form: "older", conversation: null, leftOut: ["eyes", "glasses"] }) as const;

describe("when items depend on earlier ones of their form", () => {
	const asked = given(started, consented);

	it("shows them with their conditions, in pages of four", () =>
		expect(stepAfter(started, consented)).toMatchObject({
			pages: 4,
			items: [
				{},
				{},
				{},
				{},
				{ id: "use" },
				{ showIf: { item: "use", equals: "daily" } },
				{ showIf: { item: "why", in: ["work"] } },
			],
		}));
	it("takes a form without those that are left out, and records that they were not asked", () =>
		asked
			.when(answer({ answers: NEVER }))
			.records(filled(NEVER, { order: BEFORE, leftOut: ["why", "hours"] }), skippedOlder));
	it("asks no further down a chain", () => {
		const fun = { ...ABOUT, use: "daily", why: "fun" };
		asked
			.when(answer({ answers: fun }))
			.records(filled(fun, { order: [...BEFORE, "why"], leftOut: ["hours"] }), skippedOlder);
	});
	it("needs an answer to those whose condition is met", () =>
		asked.when(answer({ answers: { ...ABOUT, use: "daily" } })).refusesAt("/answers/why"));
	it("takes no answer to one that was left out", () =>
		asked.when(answer({ answers: { ...NEVER, hours: 3 } })).refusesAt("/answers/hours"));
	it("does not screen out by an item that was not asked", () =>
		asked
			.when(answer({ answers: NEVER }))
			.records(filled(NEVER, { order: BEFORE, leftOut: ["why", "hours"] }), skippedOlder));
	it("screens out by one that they were asked", () => {
		const long = { ...ABOUT, use: "daily", why: "work", hours: 9 };
		asked.when(answer({ answers: long })).records(filled(long), screenedOut);
	});
});

describe("when items depend on an earlier form", () => {
	const young = filled(NEVER, { order: BEFORE, leftOut: ["why", "hours"] });
	const old = filled({ ...NEVER, age: 70 }, { order: BEFORE, leftOut: ["why", "hours"] });
	const talked = [randomised(PLANS.solo), said("hello"), wrote({ a: "hi" }), endedByParticipant];
	const idsOf = (step: ReturnType<typeof stepAfter>) => (step?.kind === "form" ? step.items.map(({ id }) => id) : []);

	it("skips a form that has nothing left to ask", () =>
		given(started, consented)
			.when(answer({ answers: NEVER }))
			.records(young, skippedOlder));
	it("asks them if the condition is met", () =>
		expect(idsOf(stepAfter(started, consented, old))).toEqual(["eyes", "glasses"]));
	it("leaves them out of a form after a conversation", () =>
		expect(idsOf(stepAfter(started, consented, young, skippedOlder, ...talked))).toEqual(["overall", "attention"]));
	it("shows no condition that is settled", () => {
		const step = stepAfter(
			started,
			consented,
			old,
			filled({ eyes: 80 }, { order: ["eyes"], leftOut: ["glasses"] }),
			...talked,
		);
		expect(step).toMatchObject({ items: [{}, {}, { id: "pace" }] });
		expect(JSON.stringify(step)).not.toContain("showIf");
	});
});
