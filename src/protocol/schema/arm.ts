import { z } from "zod";
import { name, text } from "./field.ts";

const personalisationSchema = z
	.discriminatedUnion("kind", [
		z
			.strictObject({
				kind: z.literal("prompt"),
				template: text.describe(
					"Names fields of the profile: {{profile.x}}, {{attributes.x}}, {{history}}; {{profile.x?}} where some have none.",
				),
				maxTokens: z
					.int()
					.min(16)
					.max(32_000)
					.default(600)
					.describe("The filled template has so many at most: whole turns are left out, then whole fields."),
				history: z
					.strictObject({
						select: z
							.enum(["latest", "first", "best-rated"])
							.default("latest")
							.describe("Which conversations, the most important one first. The last of them are left out first."),
						conversations: z.int().min(1).max(50).default(6).describe("How many at most."),
						order: z.enum(["oldest-first", "newest-first"]).default("oldest-first").describe("In the prompt."),
					})
					.prefault({})
					.describe("The past conversations that {{history}} stands for."),
			})
			.describe("What is known of the participant goes into the prompt."),
		z.discriminatedUnion("scope", [
			z
				.strictObject({
					kind: z.literal("adapter"),
					scope: z.literal("participant"),
					missing: z
						.enum(["exclude", "pooled"])
						.default("exclude")
						.describe("Who has no adapter is not admitted, or gets the shared one."),
				})
				.describe("Each participant has an adapter of their own."),
			z
				.strictObject({
					kind: z.literal("adapter"),
					scope: z.literal("shared"),
					adapter: name.describe("Its name in the registry."),
				})
				.describe("Everybody has the same adapter."),
		]),
	])
	.describe("How the arm is adapted to the participant. Without it, not at all.");

export const armSchema = z.strictObject({
	id: name.describe("Never shown to a participant, nor to a blinded researcher."),
	description: text
		.max(300)
		.optional()
		.describe("What a participant is told of it where an item of kind guess asks which arm it was. Nowhere else."),
	model: z.string().describe("A key of `models`."),
	system: text.optional().describe("Instead of the system prompt that all arms share."),
	personalisation: personalisationSchema.optional(),
});
