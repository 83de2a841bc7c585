import { z } from "@hono/zod-openapi";
import { writtenByZod } from "../http/contract.ts";
import { modelSchema } from "../protocol/schema/model.ts";
import { POOLS } from "../randomisation/draw/pool.ts";
import { RUN_STATUSES } from "../runs/run-control.ts";
import { timestamp } from "../shared/clock.ts";
import type { BatchState } from "./judging-client.ts";
import { rubricName } from "./rubrics/rubric.ts";
import { RUBRICS } from "./rubrics/rubrics.ts";

const names = RUBRICS.map(rubricName);

export const rubricParam = z
	.enum(names)
	.describe("The rubric and its version. Their texts: docs/reference/measures.md")
	.openapi({ example: "sycophancy/1" });

/** More would not fit into one message to the study's object. */
export const MOST_JUDGEMENTS = 50_000;
const MOST_JUDGES = 8;

const judge = z.union([
	z.string().min(1).max(64).describe("A name in the protocol's `models`."),
	z
		.strictObject({
			name: z.string().min(1).max(64),
			model: modelSchema.openapi("JudgeModel", writtenByZod("JudgeModel", modelSchema)),
		})
		.describe("A model that is not in the protocol, declared as there."),
]);

export const newBatchSchema = z
	.strictObject({
		rubric: rubricParam,
		judges: z.array(judge).min(1).max(MOST_JUDGES).describe("Each judge judges everything, in an order of its own."),
		repeats: z.int().min(1).max(20).default(1).describe("How often each judge judges each text."),
		pool: z.enum(POOLS).default("live"),
		units: z
			.int()
			.min(1)
			.max(MOST_JUDGEMENTS)
			.optional()
			.describe("A random part of so many texts: the same that people get to label by the same seed. By default, all."),
		seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1).describe("Of the order, and of the part."),
		budget: z
			.strictObject({ tokens: z.int().min(1).optional(), cost: z.number().positive().optional() })
			.default({})
			.describe("What may be spent. The batch stops after the call that reaches it. `cost` is by the judges' prices."),
		concurrency: z.int().min(1).max(32).default(8).describe("Calls under way at the same time."),
	})
	.openapi("NewJudgements");

export type NewBatchRequest = z.output<typeof newBatchSchema>;

const counts = {
	judged: z.int(),
	missing: z.int().describe("Two answers were unusable. Nothing is made up."),
	known: z.int().describe("An earlier batch had judged it, so it was not paid for again."),
	gone: z.int().describe("The text was erased, or has changed, since the batch was planned."),
	failed: z.int().describe("The judge did not answer. A later batch asks again."),
};

export const batchSchema = z
	.strictObject({
		batch: z.string().openapi({ example: "jb_7c1k2m9q4s8t0v3x5z6a7b8c" }),
		rubric: z.string(),
		pool: z.enum(POOLS),
		repeats: z.int(),
		seed: z.int(),
		status: z
			.enum(RUN_STATUSES)
			.describe("`budget`: the budget is spent. `failed`: no judge answered; `failures` says why."),
		done: z.int(),
		of: z.int(),
		...counts,
		judges: z.array(z.strictObject({ judge: z.string(), planned: z.int(), ...counts })),
		tokens: z.int(),
		cost: z.number().describe("By the judges' prices."),
		startedAt: z.iso.datetime(),
		endedAt: z.iso.datetime().nullable(),
		secondsLeft: z.int().nullable().describe("At the speed so far. Null while nothing has been judged."),
		failures: z.record(z.string(), z.int()).describe("Judgements that failed, by reason."),
	})
	.openapi("Judgements");

export const batchListSchema = z.strictObject({ batches: z.array(batchSchema) }).openapi("JudgementBatches");

export const batchView = ({ startedAtMs, endedAtMs, failures, judges, ...state }: BatchState) => ({
	...state,
	judges: judges.map((one) => ({ ...one })),
	failures: { ...failures },
	startedAt: timestamp(startedAtMs),
	endedAt: endedAtMs === null ? null : timestamp(endedAtMs),
});

export const estimateSchema = z
	.strictObject({
		rubric: z.string(),
		pool: z.enum(POOLS),
		units: z.int().describe("Texts that would be judged."),
		skipped: z.record(z.string(), z.int()).describe("Texts that cannot be judged, by reason."),
		judgements: z.int(),
		known: z.int().describe("Already made, so they cost nothing."),
		judges: z
			.array(
				z.strictObject({
					judge: z.string(),
					judgements: z.int(),
					inputTokens: z.int(),
					outputTokens: z.int(),
					cost: z.number().nullable(),
					mostTokens: z.int().describe("If every judgement needs two requests."),
					mostCost: z.number().nullable(),
					currency: z.string().nullable(),
				}),
			)
			.describe("What is still to be judged. Tokens are approximated; an answer is counted at its greatest length."),
	})
	.openapi("JudgementEstimate");
