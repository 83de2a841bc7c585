import { z } from "zod";

/**
 * What an exit means on Prolific. `completed` is paid. `screened_out` gets a fixed pay, if the study gives one. The submission
 * of `failed_checks` and `full` is reviewed by hand. That of `returned` is to be returned by its participant, without pay.
 */
export const EXIT_TYPES = ["completed", "screened_out", "failed_checks", "full", "returned"] as const;

export type ExitType = (typeof EXIT_TYPES)[number];

const exitSchema = z.strictObject({
	code: z
		.string()
		.regex(/^[\w-]{1,64}$/, "letters, digits, - and _")
		.describe("The completion code in Prolific."),
	type: z
		.enum(EXIT_TYPES)
		.optional()
		.describe(
			"What Prolific does with the submission. By default that of the exit's name, and returned for declined, withdrawn and expired.",
		),
	fixedPay: z
		.strictObject({
			amount: z.int().min(1).max(100_000).describe("In pence or cents."),
			places: z.int().min(1).max(100_000).describe("So many people are paid it. Prolific pauses the study after them."),
		})
		.optional()
		.describe("For exits of the type screened_out: Prolific pays this instead of the study's reward."),
});

export type ProlificExit = z.output<typeof exitSchema>;

export const prolificExitsSchema = z
	.strictObject({
		completed: exitSchema.optional(),
		declined: exitSchema.optional().describe("Said no to the consent."),
		screened_out: exitSchema.optional().describe("Failed an eligibility rule."),
		full: exitSchema.optional().describe("Came after the last place."),
		failed_checks: exitSchema.optional().describe("Failed too many attention checks."),
		withdrawn: exitSchema.optional().describe("Left the study in its menu."),
		expired: exitSchema.optional().describe("Came back after `expiresAfter`."),
	})
	.prefault({})
	.describe("A study opens only when every exit that it can reach has its code.");

export type ExitName = keyof z.output<typeof prolificExitsSchema>;

const BY_DEFAULT = {
	completed: "completed",
	declined: "returned",
	screened_out: "screened_out",
	full: "full",
	failed_checks: "failed_checks",
	withdrawn: "returned",
	expired: "returned",
} as const satisfies Record<ExitName, ExitType>;

export const exitTypeOf = (exit: ExitName, { type }: Pick<ProlificExit, "type">): ExitType => type ?? BY_DEFAULT[exit];
