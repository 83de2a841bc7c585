import { expect, it } from "vitest";
import { added, NO_USAGE, usageOf, withWholeTokens } from "./totals.ts";

const call = {
	slot: "a",
	attempt: 1,
	provider: "openai",
	model: "m",
	servedModel: null,
	startedAtMs: 0,
	firstFrameMs: null,
	lastFrameMs: null,
	finishReason: "stop",
	failure: null,
};

it("adds up calls, including calls without counts", () => {
	const counted = {
		...call,
		inputTokens: 10,
		outputTokens: 5,
		countedBy: "estimate",
		cost: 0.25,
		currency: "USD",
	} as const;
	const failed = { ...call, inputTokens: null, outputTokens: null };
	expect(usageOf([counted, failed, counted])).toEqual({
		calls: 3,
		estimated: 2,
		inputTokens: 20,
		outputTokens: 10,
		costs: { USD: 0.5 },
	});
	expect(added(usageOf([counted]), { ...NO_USAGE, costs: { EUR: 1 } }).costs).toEqual({ USD: 0.25, EUR: 1 });
});

it("rounds tokens to whole numbers", () => {
	expect(withWholeTokens({ ...NO_USAGE, inputTokens: 10.5, outputTokens: 3.2, costs: { USD: 0.0125 } })).toMatchObject({
		inputTokens: 11,
		outputTokens: 3,
		costs: { USD: 0.0125 },
	});
});
