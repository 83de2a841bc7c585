import { z } from "@hono/zod-openapi";

/** One result: what it is about, and its estimate with interval, n and method, or why there is none. */
const result = z.record(z.string(), z.unknown());
const results = z.array(result);

/** The outer shape of a report. Fields of results: docs/reference/report.md. */
export const reportSchema = z
	.object({
		format: z.literal("crossover-report/2"),
		study: result.describe("The study, the pool, numbers of participants, draws and seed."),
		blinded: z.boolean().describe("Whether labels stand for arms."),
		methods: z.array(z.string()).describe("How the numbers were made, for a paper."),
		ratings: z.object({ models: results, means: results, contrasts: results }),
		rankings: z.object({
			worths: results.describe("Log-worths less their mean."),
			covariates: results,
			contrasts: results,
			winRates: results,
			notes: results,
		}),
		answers: results.describe("Items that rate no arm: means and shares."),
		replies: z
			.object({ models: results, means: results, contrasts: results, buys: results })
			.describe("Length, style and what judges scored in the replies, by arm, and what each buys in ratings."),
		judges: z
			.object({ counts: results, agreement: results })
			.describe("Judge models: agreement among themselves, between repeats, and with people."),
		trajectories: results.describe("Means by period and by turn."),
		checks: result.describe("Flow, balance, attrition, carry-over, missing answers, blinding, times, deviations."),
		simulators: result.describe("People and their simulations, or `missing` with the reason."),
		usage: result.describe("Tokens and cost by arm, or `missing` while the study is blinded."),
	})
	.describe(
		"Each result has `estimate`, `lower`, `upper`, `n` and `method`, and `se`, `df`, `statistic`, `p`, `holm`, `bh` where the method has them; or `missing`, the reason why there is no number.",
	)
	.openapi("Report");
