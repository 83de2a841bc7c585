import { z } from "@hono/zod-openapi";
import { SOURCES } from "./pairs.ts";

const fraction = z.coerce.number().min(0).max(1).default(0.1);

/** Options of every training set. The same options and data give the same bytes. */
export const setOptions = z.object({
	pool: z.enum(["live", "pilot", "simulated"]).default("live").describe("The pool of the sessions."),
	seed: z.string().min(1).max(64).default("1").describe("The seed of the held-out split."),
	testParticipants: fraction.describe("The share of participants who are held out with all their conversations."),
	testConversations: fraction.describe("The share of the other participants' conversations that are held out."),
});

export const FORMATS = ["trl", "openai", "p-dpo"] as const;

const sources = z
	.string()
	.default("choice,ranking")
	.transform((list) => list.split(","))
	.pipe(z.array(z.enum(SOURCES)).min(1))
	.openapi({ type: "string", example: "choice,rating,ranking" })
	.describe("The sources of pairs: any of choice, rating and ranking, separated by commas.");

/** Options of every set that contains pairs. */
export const pairedOptions = setOptions.extend({
	threshold: z.coerce
		.number()
		.min(0)
		.default(5)
		.describe(
			"Two replies are a tie if their ratings differ by fewer points than this. Equal ratings are always a tie. This has no effect on rankings, or if replies are not rated.",
		),
	ties: z
		.enum(["exclude", "keep"])
		.default("exclude")
		.describe("`keep` also makes a pair of a choice between two replies that are a tie."),
});

export const preferenceOptions = pairedOptions.extend({
	format: z.enum(FORMATS).default("trl"),
	from: sources,
	split: z.enum(["train", "test"]).optional().describe("Limits the file to one part of the split."),
});

export type SetOptions = z.output<typeof setOptions>;
export type PairedOptions = z.output<typeof pairedOptions>;
export type PreferenceOptions = z.output<typeof preferenceOptions>;
