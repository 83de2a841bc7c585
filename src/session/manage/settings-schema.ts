import { z } from "@hono/zod-openapi";
import { budgetStateSchema } from "../../models/usage/budget-settings.ts";
import { budgetSchema } from "../../protocol/schema/budget.ts";
import { settingsSchema } from "../../protocol/settings/settings.ts";
import { visibleLength } from "../../shared/visible-text.ts";

const reason = z
	.string()
	.trim()
	.min(10, { abort: true })
	.max(2000)
	.refine((text) => visibleLength(text) >= 10, "write at least 10 visible characters")
	.describe("The reason, which the audit log keeps.");

const { exits, returnUrls, embedOrigins, quota, expiresAfter, contact, returnPrefix } = settingsSchema.shape;

export const studySettingsSchema = z
	.strictObject({
		version: z.int().describe("Counts the changes since the opening. 0: the protocol's own settings."),
		exits: exits
			.unwrap()
			.nullable()
			.describe("Completion codes by exit. Null if the study does not recruit on Prolific."),
		returnUrls: returnUrls.unwrap(),
		embedOrigins: embedOrigins.unwrap(),
		quota: quota.unwrap().nullable(),
		expiresAfter: expiresAfter.unwrap(),
		contact: contact.unwrap().nullable(),
		returnPrefix: returnPrefix.unwrap(),
		budget: budgetStateSchema,
	})
	.openapi("StudySettings");

export const settingsChangeSchema = z
	.strictObject({ ...settingsSchema.shape, budget: budgetSchema.optional(), reason })
	.refine(({ reason: _, ...change }) => Object.values(change).some((value) => value !== undefined), {
		message: "name at least one setting to change",
	})
	.openapi("SettingsChange");

export type StudySettings = z.output<typeof studySettingsSchema>;
export type SettingsChange = z.output<typeof settingsChangeSchema>;
