import type { Rubric } from "../rubrics/rubric.ts";
import { type Batch, type JudgedUnit, materialOf } from "./plan.ts";
import { type JudgeRequest, judgeRequest } from "./prompt.ts";

/** Prices for a million tokens, in one currency. */
export type JudgePrice = { readonly input: number; readonly output: number; readonly currency: string };

export type JudgeEstimate = {
	readonly judge: string;
	readonly judgements: number;
	readonly inputTokens: number;
	/** If every answer has the greatest length. */
	readonly outputTokens: number;
	/** Null if the judge has no price. */
	readonly cost: number | null;
	/** If every judgement needs two requests. */
	readonly mostTokens: number;
	readonly mostCost: number | null;
	readonly currency: string | null;
};

/**
 * Tokens and cost of a batch before it runs, by judge, counted with the given tokenizer. An upper bound except for differences
 * to the judge's own tokenizer. A second request repeats the first one and its answer, and adds the fault.
 */
export function estimateBatch(
	batch: Batch,
	rubric: Rubric,
	units: readonly JudgedUnit[],
	prices: ReadonlyMap<string, JudgePrice>,
	countTokens: (text: string) => number,
): JudgeEstimate[] {
	const tokens = new Map<string, number>();
	for (const unit of units) {
		const request = judgeRequest(rubric, materialOf(unit, { swapped: false }));
		tokens.set(unit.id, inputOf(request, countTokens));
	}
	const ofJudge = new Map<string, { judgements: number; input: number }>();
	for (const { judge, unit } of batch.judgements) {
		const before = ofJudge.get(judge) ?? { judgements: 0, input: 0 };
		ofJudge.set(judge, { judgements: before.judgements + 1, input: before.input + (tokens.get(unit) ?? 0) });
	}
	return [...ofJudge].map(([judge, sums]) => estimated(judge, sums, rubric, prices.get(judge)));
}

/** The fault and the text around it. */
const SECOND_REQUEST_TOKENS = 60;

function estimated(
	judge: string,
	{ judgements, input }: { readonly judgements: number; readonly input: number },
	rubric: Rubric,
	price: JudgePrice | undefined,
): JudgeEstimate {
	const answer = judgeRequest(rubric, { kind: "opening", text: "" }).maxOutputTokens;
	const output = judgements * answer;
	const mostInput = 2 * input + output + judgements * SECOND_REQUEST_TOKENS;
	const cost = (inTokens: number, outTokens: number): number | null =>
		price === undefined ? null : (inTokens * price.input + outTokens * price.output) / 1e6;
	return {
		judge,
		judgements,
		inputTokens: input,
		outputTokens: output,
		cost: cost(input, output),
		mostTokens: mostInput + 2 * output,
		mostCost: cost(mostInput, 2 * output),
		currency: price?.currency ?? null,
	};
}

/** Structured output adds the schema to the prompt. */
const inputOf = ({ messages, schema }: JudgeRequest, countTokens: (text: string) => number): number =>
	messages.reduce((sum, { text }) => sum + countTokens(text), countTokens(JSON.stringify(schema)));
