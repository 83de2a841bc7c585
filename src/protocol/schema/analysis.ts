import { z } from "zod";
import { name } from "./field.ts";

/** Prespecified models. They are in the protocol, and so in its hash. */
export const analysisSchema = z
	.array(
		z.strictObject({
			id: name.describe("Its name in the report."),
			outcome: z
				.string()
				.min(1)
				.max(200)
				.describe("What is analysed: `<form>.<item>`, or `choice` for the scores of replies in a best-of."),
			formula: z
				.string()
				.min(3)
				.max(1000)
				.optional()
				.describe(
					"A model of ratings in R's notation, such as `liking ~ arm + period + (1 | participant)`. The response is the item's id, or `score` for `choice`.",
				),
			ranking: z
				.string()
				.min(1)
				.max(200)
				.optional()
				.describe("Instead of a formula: the ranking whose worths are estimated, `<form>.<item>` or `choice`."),
		}),
	)
	.max(50)
	.describe(
		"Analyses that are prespecified. The report marks them, and all others as exploratory. Without it, all are exploratory.",
	);
