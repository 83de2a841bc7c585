import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocol.ts";
import { added, coarse, NO_USAGE, sessionsToTell, type Usage, usageOf } from "./totals.ts";

const usage = (tokens: number): Usage => ({
	...NO_USAGE,
	calls: 1,
	inputTokens: tokens,
	costs: { USD: tokens / 1000 },
});
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

it("adds up calls, those of which nothing is known too", () => {
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

it("says two digits", () => {
	expect(coarse(usage(123_456))).toMatchObject({ inputTokens: 120_000, outputTokens: 0, costs: { USD: 120 } });
});

describe("what may be said while a study is blinded", () => {
	const crossover = validStudy();
	const parallel = { ...crossover, design: { ...crossover.design, kind: "parallel" as const } };

	it.each([
		[0, 0],
		[19, 0],
		[20, 20],
		[39, 20],
		[530, 520],
	])("is, where everybody meets every arm, said in steps: of %i sessions %i", (completed, told) => {
		expect(sessionsToTell(crossover, false, completed)).toBe(told);
	});

	it.each([
		[false, 530, 0],
		[true, 99, 0],
		[true, 105, 100],
	])("is, where people meet one arm, said once and of many: closed %j, %i sessions, %i", (closed, completed, told) => {
		expect(sessionsToTell(parallel, closed, completed)).toBe(told);
	});
});
