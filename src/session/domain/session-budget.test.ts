import { describe, expect, it } from "vitest";
import {
	consented,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { activeAfter, recordReply, specFor } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import { countedOf } from "./session-budget.ts";

const SAID = "x".repeat(400);
/** 100 tokens. */
const REPLY = "y".repeat(400);
const AT_START: readonly Teller[] = [started, consented, filled(ABOUT), randomised()];
const endsByBudget: Teller = ({ atMs }) => ({ type: "ConversationEnded", atMs, step: null, by: "budget" });

describe("the counted usage of a session", () => {
	it("has each reply with the messages before it", () => {
		const study = studyWith();
		const state = activeAfter(study, ...AT_START, said(SAID), wrote({ a: REPLY }), said(SAID), wrote({ a: REPLY }));
		expect(countedOf(study, state, { tokens: 1 }).tokens).toBe(100 + 100 + (300 + 100));
	});

	it("has the longest prompt of all arms, whichever replied", () => {
		const arms = studyWith().protocol.arms.map((arm, index) =>
			index === 0 ? { ...arm, system: "z".repeat(4000) } : arm,
		);
		const study = studyWith({ arms });
		for (const plan of [PLANS.solo, { ...PLANS.solo, conversations: PLANS.solo.conversations.toReversed() }]) {
			const state = activeAfter(
				study,
				started,
				consented,
				filled(ABOUT),
				randomised(plan),
				said(SAID),
				wrote({ a: REPLY }),
			);
			expect(countedOf(study, state, { tokens: 1 }).tokens).toBe(1000 + 100 + 100);
		}
	});

	it("has the price of the most expensive model, whichever replied", () => {
		const model = (input: number, output: number) => ({
			provider: "openai-compatible" as const,
			endpoint: "GPU",
			model: "m",
			price: { input, output, currency: "USD" },
		});
		const study = studyWith({ models: { "model-1": model(1, 20), "model-2": model(5, 10) } });
		const state = activeAfter(study, ...AT_START, said(SAID), wrote({ a: REPLY }));
		expect(countedOf(study, state, { cost: 1, currency: "USD" }).cost).toBeCloseTo((100 * 5 + 100 * 20) / 1e6, 12);
	});

	it("has nothing for a reply that failed", () => {
		const study = studyWith();
		expect(countedOf(study, activeAfter(study, ...AT_START, said(SAID)), { tokens: 1 })).toEqual({
			tokens: 0,
			cost: 0,
		});
	});
});

describe("when a conversation has spent its share", () => {
	/** Two conversations with 250 tokens each. The first reply of 100 after 100 fits, the second does not. */
	const study = studyWith({
		limits: { session: { tokens: 500 } },
		conversations: studyWith().protocol.conversations.map((entry) => ({ ...entry, turns: { min: 1, max: 9 } })),
	});
	const given = specFor(study);

	it("continues while something is left", () =>
		given(...AT_START, said(SAID))
			.when(recordReply({ a: { text: REPLY } }))
			.records(wrote({ a: REPLY })));
	it("ends with the reply that spends the rest", () =>
		given(...AT_START, said(SAID), wrote({ a: REPLY }), said(SAID))
			.when(recordReply({ a: { text: REPLY } }))
			.records(wrote({ a: REPLY }), endsByBudget));
	it("ends before its least number of turns if necessary", () =>
		given(...AT_START, said("x".repeat(2000)))
			.when(recordReply({ a: { text: REPLY } }))
			.records(wrote({ a: REPLY }), endsByBudget));
	it("leaves the next conversation its own share", () => {
		const inSecond = [
			...AT_START,
			said("x".repeat(2000)),
			wrote({ a: REPLY }),
			endsByBudget,
			filled({ overall: 70, attention: 2 }),
		];
		given(...inSecond, said(SAID))
			.when(recordReply({ a: { text: REPLY } }))
			.records(wrote({ a: REPLY }));
	});
	it("ends at the same reply whichever arm wrote it", () => {
		const other = { ...PLANS.solo, conversations: PLANS.solo.conversations.toReversed() };
		given(started, consented, filled(ABOUT), randomised(other), said(SAID), wrote({ a: REPLY }), said(SAID))
			.when(recordReply({ a: { text: REPLY } }))
			.records(wrote({ a: REPLY }), endsByBudget);
	});
});
