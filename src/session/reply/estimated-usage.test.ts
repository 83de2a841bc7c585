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
import { activeAfter } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { Study } from "../domain/state.ts";
import { estimatedUsage } from "./estimated-usage.ts";

const MESSAGE = "x".repeat(400);
/** 100 tokens. */
const REPLY = "y".repeat(400);
const first = PLANS.solo;
const second = { ...PLANS.solo, conversations: PLANS.solo.conversations.toReversed() };

const told = (study: Study, plan = first, ...more: readonly Teller[]) =>
	activeAfter(study, started, consented, filled(ABOUT), randomised(plan), said(MESSAGE), wrote({ a: REPLY }), ...more);

const model = (input: number, output: number, currency = "USD") => ({
	provider: "openai-compatible" as const,
	endpoint: "GPU",
	model: "m",
	price: { input, output, currency },
});

describe("the estimated usage of a session", () => {
	it("has each reply with the messages before it", () => {
		const study = studyWith();
		const state = told(study, first, said(MESSAGE), wrote({ a: REPLY }));
		expect(estimatedUsage(study, state)).toEqual({
			calls: 2,
			estimated: 2,
			inputTokens: 100 + 300,
			outputTokens: 200,
			costs: {},
		});
	});

	it("uses the mean of the arms, whichever replied and whichever is longer or more expensive", () => {
		const { arms } = studyWith().protocol;
		const study = studyWith({
			arms: arms.map((arm, index) => (index === 0 ? { ...arm, system: "z".repeat(4000) } : arm)),
			models: { "model-1": model(1, 20), "model-2": model(5, 10) },
		});
		const [one, other] = [told(study, first), told(study, second)].map((state) => estimatedUsage(study, state));
		expect(one).toEqual(other);
		expect(one).toMatchObject({ inputTokens: 1000 / arms.length + 100, outputTokens: 100 });
		const prices = arms.map((arm) => (arm.model === "model-1" ? model(1, 20) : model(5, 10)).price);
		const mean = (of: "input" | "output") => prices.reduce((sum, each) => sum + each[of], 0) / arms.length;
		expect(one?.costs.USD).toBeCloseTo(((1000 / arms.length + 100) * mean("input") + 100 * mean("output")) / 1e6, 12);
	});

	it("has each currency", () => {
		const study = studyWith({ models: { "model-1": model(1, 1), "model-2": model(1, 1, "EUR") } });
		expect(Object.keys(estimatedUsage(study, told(study)).costs).sort()).toEqual(["EUR", "USD"]);
	});

	it("counts the text that was shown, including masks", () => {
		const study = studyWith();
		const state = told(study);
		const masked = {
			...state,
			conversations: state.conversations.map((conversation) => ({
				...conversation,
				turns: conversation.turns.map((turn) => ({
					...turn,
					candidates: turn.candidates.map((candidate) => ({ ...candidate, shown: "…" })),
				})),
			})),
		};
		expect(estimatedUsage(study, masked).outputTokens).toBeLessThan(5);
	});

	it("has nothing for a reply that failed", () => {
		const study = studyWith();
		const state = activeAfter(study, started, consented, filled(ABOUT), randomised(first), said(MESSAGE));
		expect(estimatedUsage(study, state).calls).toBe(0);
	});
});
