import { z } from "zod";
import { name, text } from "./field.ts";

export const scaleSchema = z.strictObject({
	min: z.number(),
	max: z.number(),
	step: z.number().positive().default(1),
	minLabel: z.string().describe("At the lower end."),
	maxLabel: z.string().describe("At the upper end."),
});

export const conversationSchema = z.strictObject({
	id: name,
	title: text.describe("Shown to the participant."),
	instructions: text.describe("Shown to the participant."),
	layout: z
		.enum(["single", "best-of", "side-by-side"])
		.describe("One reply a turn; the best of several goes on; a thread for each arm, beside each other."),
	arms: z
		.union([z.int().min(1).max(8), z.literal("each")])
		.describe(
			"How many of the arms. Under `single`, each: one conversation an arm, in the participant's drawn order; one arm where `design.topics` is across.",
		),
	turns: z.strictObject({
		min: z.int().min(1).default(1).describe("Messages before the participant may end the conversation."),
		max: z.int().min(1).max(100).describe("Messages at which it ends by itself."),
	}),
	scale: scaleSchema
		.nullable()
		.optional()
		.describe(
			"How each candidate of a best-of is rated. By default 1 (Terrible) to 100 (Perfect); null asks for no ratings.",
		),
	laterCandidates: z
		.int()
		.min(1)
		.max(8)
		.default(2)
		.describe("best-of: samples of the chosen model from the second turn on."),
	ideas: z
		.array(text.max(200))
		.min(1)
		.max(3)
		.optional()
		.describe(
			"Opening messages to offer while the conversation is empty. A tap writes one into the composer and sends nothing.",
		),
	stop: z
		.boolean()
		.optional()
		.describe(
			"Participants may stop a reply while it is shown, and keep the part that they have seen. Not by default. The same for all arms.",
		),
	after: z.array(z.string()).default([]).describe("Forms that are asked after each conversation of this entry."),
});
