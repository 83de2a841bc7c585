import { z } from "@hono/zod-openapi";
import { SESSION_ID } from "../access/session/session-id.ts";
import { visibleLength } from "../shared/visible-text.ts";
import { armKey } from "../studies/view.ts";

export const unblindSchema = z
	.strictObject({
		reason: z
			.string()
			.trim()
			.min(10, { abort: true, error: "Write at least 10 characters." })
			.max(2000)
			.refine((reason) => visibleLength(reason) >= 10, "Write at least 10 visible characters.")
			.describe("The reason, in 10 characters or more. It is recorded in a log that nobody can edit."),
		analysisPlan: z
			.string()
			.trim()
			.min(1)
			.max(500)
			.optional()
			.describe("The version of the current analysis plan: its number, hash or address."),
		scope: z
			.enum(["study", "participant"])
			.default("study")
			.describe("participant: an emergency. Only the response has that participant's arms."),
		session: z
			.string()
			.regex(SESSION_ID)
			.optional()
			.describe("The session of the emergency. Only with the scope participant."),
		turnAway: z
			.boolean()
			.optional()
			.describe("For a study: unblind although some sessions are not randomised yet. They end as `full`."),
	})
	.refine(({ scope, turnAway }) => scope === "study" || turnAway === undefined, {
		path: ["turnAway"],
		error: "Send turnAway only with the scope study.",
	})
	.refine(({ scope, session }) => (scope === "participant") === (session !== undefined), {
		path: ["session"],
		error: "Send session with the scope participant, and only then.",
	})
	.openapi("Unblind");

const slot = z.strictObject({ slot: z.string(), arm: z.string() });

export const unblindingSchema = z
	.strictObject({
		unblinding: z.string().describe("The id of this act in the log of unblindings."),
		scope: z.enum(["study", "participant"]),
		arms: z.array(armKey).nullable().describe("The arm key, for a whole study."),
		participant: z
			.strictObject({
				sequence: z.array(z.string()).describe("Arm ids in the participant's order."),
				conversations: z.array(z.strictObject({ position: z.int(), conversation: z.string(), slots: z.array(slot) })),
			})
			.nullable(),
		opened: z
			.strictObject({
				rows: z.int().describe("Sealed rows that this call opened."),
				unreadable: z.int().describe("Rows that do not open with the study's key. They stay sealed."),
				complete: z.boolean().describe("If false, repeat the call until nothing is sealed any more."),
			})
			.nullable(),
		warnings: z.array(z.string()),
	})
	.openapi("Unblinding");

export type UnblindingView = z.output<typeof unblindingSchema>;
