import type { Rubric } from "../rubrics/rubric.ts";
import { type Batch, type JudgedUnit, materialOf } from "./plan.ts";
import { type JudgeRequest, judgeRequest } from "./prompt.ts";

/** Prices for a million tokens, in one currency. */
export type JudgePrice = { readonly input: number; readonly output: number; readonly currency: string };

export type JudgeEstimate = {
	readonly judge: string;
	readonly judgements: number;
	readonly inputTokens: number;
	/** If every answer is as long as it may be. */
	readonly outputTokens: number;
	/** Null where the judge has no price. */
	readonly cost: number | null;
	/** If every answer is asked for twice. */
	readonly mostTokens: number;
	readonly mostCost: number | null;
	readonly currency: string | null;
};

/**
 * What a batch takes, before it runs: by judge, counted with the tokenizer that is passed in. An upper bound except for how the judge's
 * own tokenizer counts: a second request repeats the first and the answer, and adds its fault.
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

/** The fault and the words around it. */
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

/** Structured output puts the schema into the prompt. */
const inputOf = ({ messages, schema }: JudgeRequest, countTokens: (text: string) => number): number =>
	messages.reduce((sum, { text }) => sum + countTokens(text), countTokens(JSON.stringify(schema)));
