import { z } from "@hono/zod-openapi";
import { POOLS } from "../../randomisation/draw/pool.ts";
import { MOST_LABELLED } from "./label-limits.ts";

const text = z.strictObject({
	unit: z.string().describe("The id under which the label is loaded."),
	conversation: z
		.array(z.strictObject({ role: z.enum(["participant", "assistant"]), text: z.string() }))
		.describe("What was said before. Empty for an opening message."),
	texts: z.array(z.string()).describe("What is to be judged: a reply, two replies, or an opening message."),
});

export const toLabelSchema = z
	.strictObject({
		rubric: z.string(),
		pool: z.enum(POOLS),
		task: z.string(),
		items: z.array(
			z.strictObject({
				item: z.string(),
				question: z.string(),
				values: z.array(z.union([z.string(), z.number()])),
				meanings: z
					.record(z.string(), z.string())
					.describe("The meaning of values, by value. On a scale, values between these have none."),
				notApplicable: z.string().nullable().describe("When the item has no value. Null: it always needs one."),
			}),
		),
		units: z.array(text).describe(`At most ${MOST_LABELLED}, in a random order by the seed.`),
		of: z.int().describe("How many texts could be labelled."),
	})
	.openapi("TextsToLabel");

export const labelReportSchema = z
	.strictObject({
		read: z.int(),
		kept: z
			.int()
			.describe("Labels that were stored. A label of the same person, unit and item replaces the one before."),
		labellers: z.array(z.string()),
		units: z.int().describe("Texts with a label."),
	})
	.openapi("LabelReport");
