import { z } from "zod";
import { text } from "./field.ts";

const endpoint = z
	.string()
	.regex(/^[A-Z][A-Z0-9_]{0,31}$/, "at most 32 upper-case letters, digits and underscores, with a letter first")
	.describe("Names a server: ENDPOINT_<NAME>_URL and ENDPOINT_<NAME>_KEY are its address and key.");
const served = text.describe("As the server names it. {{adapter}} stands for the served name of the arm's adapter.");

const sampling = {
	temperature: z.number().min(0).max(2).optional().describe("Left to the server where it is not given."),
	topP: z.number().gt(0).max(1).optional().describe("Left to the server where it is not given."),
	maxOutputTokens: z.int().min(1).max(32_000).default(400).describe("A reply ends there at the latest."),
	seed: z.int().nonnegative().optional().describe("Fixes the model's own seed; without it each reply has a drawn one."),
	providerOptions: z
		.record(z.string(), z.json())
		.optional()
		.describe("Further fields of the request's body. {{adapter}} is filled in here too."),
	reasoning: z
		.enum(["hide", "show"])
		.optional()
		.describe(
			"What a model thinks before it answers. hide (the default): sealed with the call. show: part of the reply.",
		),
};

const price = {
	price: z
		.strictObject({
			input: z.number().nonnegative().describe("For a million tokens."),
			output: z.number().nonnegative().describe("For a million tokens."),
			currency: z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD"),
		})
		.optional()
		.describe("What a call costs is worked out from it, and sealed with the call."),
};

export const CHARACTERS = ["terse", "warm", "flattering", "cautious"] as const;

/** A provider, and the parameters that it honours. */
export const modelSchema = z.discriminatedUnion("provider", [
	z
		.strictObject({
			provider: z.literal("rehearsal"),
			character: z.enum(CHARACTERS).describe("What sets its replies apart."),
			stream: z.enum(["at-once", "human"]).default("at-once").describe("human: about 60 characters a second."),
		})
		.describe("Offline and free, the same for the same seed: for demonstrations, tests and pilots."),
	z
		.strictObject({ provider: z.literal("openai-compatible"), endpoint, model: served, ...sampling, ...price })
		.describe("Any server that speaks the chat completions format."),
	z
		.strictObject({
			provider: z.literal("openai"),
			endpoint: endpoint.default("OPENAI"),
			model: served,
			...sampling,
			...price,
		})
		.describe("OpenAI itself."),
	z
		.strictObject({ provider: z.literal("workers-ai"), model: served, ...sampling, ...price })
		.describe("Workers AI, through the Worker's own binding."),
]);
