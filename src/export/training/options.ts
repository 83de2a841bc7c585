import { z } from "@hono/zod-openapi";
import { SOURCES } from "./pairs.ts";

const fraction = z.coerce.number().min(0).max(1).default(0.1);

/** Of every training set. Equal options are equal bytes, as long as the study says the same. */
export const setOptions = z.object({
	pool: z.enum(["live", "pilot", "simulated"]).default("live").describe("Whose sessions."),
	seed: z.string().min(1).max(64).default("1").describe("Of the held-out split."),
	testParticipants: fraction.describe("How many participants are held out whole."),
	testConversations: fraction.describe("How many conversations of the other participants are held out."),
});

export const FORMATS = ["trl", "openai", "p-dpo"] as const;

const sources = z
	.string()
	.default("choice,ranking")
	.transform((list) => list.split(","))
	.pipe(z.array(z.enum(SOURCES)).min(1))
	.openapi({ type: "string", example: "choice,rating,ranking" })
	.describe("What makes a pair: any of choice, rating and ranking, joined with commas.");

/** Of every set that is made of choices. */
export const pairedOptions = setOptions.extend({
	threshold: z.coerce
		.number()
		.min(0)
		.default(5)
		.describe(
			"Replies whose ratings differ by fewer points of their scale are a tie, as equally rated ones always are. Of no effect on rankings, and where nobody rates.",
		),
	ties: z
		.enum(["exclude", "keep"])
		.default("exclude")
		.describe("`keep`: a choice between replies that are a tie makes a pair all the same."),
});

export const preferenceOptions = pairedOptions.extend({
	format: z.enum(FORMATS).default("trl"),
	from: sources,
	split: z.enum(["train", "test"]).optional().describe("One of the two alone."),
});

export type SetOptions = z.output<typeof setOptions>;
export type PairedOptions = z.output<typeof pairedOptions>;
export type PreferenceOptions = z.output<typeof preferenceOptions>;
