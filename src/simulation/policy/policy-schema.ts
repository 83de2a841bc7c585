import { z } from "zod";

const size = (most: number) => z.number().min(-most).max(most);

/** What scripted participants prefer, and how they err. Utilities are on the scale of log-worths. */
export const policySchema = z.strictObject({
	preferences: z
		.record(z.string().min(1).max(64), size(20))
		.default({})
		.describe("The worth of each arm, by its id. Arms that are left out have 0."),
	noise: z
		.number()
		.min(0)
		.max(20)
		.default(1)
		.describe(
			"Scale of the Gumbel noise on each utility. With 1, rankings follow the Plackett-Luce model with the preferences as log-worths; with 0 they follow the preferences exactly.",
		),
	positionBias: size(20)
		.default(0)
		.describe("What an option loses in utility for each place that it is shown later, in choices and rankings."),
	dropOut: z
		.number()
		.min(0)
		.max(1)
		.default(0)
		.describe("The chance that a participant leaves after randomisation, at a conversation that is drawn uniformly."),
	opening: z
		.string()
		.min(1)
		.max(4000)
		.optional()
		.describe("What every conversation opens with. By default, each has another subject."),
});

export type Policy = z.output<typeof policySchema>;

/** Ratings change by this share of their scale for one unit of utility, and are cut at its ends. The middle is a utility of 0. */
export const RATING_SLOPE = 0.08;
