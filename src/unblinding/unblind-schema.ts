import { z } from "@hono/zod-openapi";
import { SESSION_ID } from "../access/session/session-id.ts";
import { visibleLength } from "../shared/visible-text.ts";
import { armKey } from "../studies/view.ts";

export const unblindSchema = z
	.strictObject({
		reason: z
			.string()
			.trim()
			.min(10, { abort: true })
			.max(2000)
			.refine((reason) => visibleLength(reason) >= 10, "write at least 10 visible characters")
			.describe("Why. It stands in a log that nobody can edit."),
		analysisPlan: z
			.string()
			.trim()
			.min(1)
			.max(500)
			.optional()
			.describe("The version of the analysis plan that is in force: its number, hash or address."),
		scope: z
			.enum(["study", "participant"])
			.default("study")
			.describe("participant: an emergency. That one's arms are in the answer, and nowhere else."),
		session: z
			.string()
			.regex(SESSION_ID)
			.optional()
			.describe("Whose emergency it is: with the scope participant, and only then."),
		turnAway: z
			.boolean()
			.optional()
			.describe("Of a study: unblind although sessions have begun that are not randomised yet. They end as `full`."),
	})
	.refine(({ scope, turnAway }) => scope === "study" || turnAway === undefined, {
		path: ["turnAway"],
		error: "Only with the scope study.",
	})
	.refine(({ scope, session }) => (scope === "participant") === (session !== undefined), {
		path: ["session"],
		error: "Name the session with the scope participant, and only then.",
	})
	.openapi("Unblind");

const slot = z.strictObject({ slot: z.string(), arm: z.string() });

export const unblindingSchema = z
	.strictObject({
		unblinding: z.string().describe("The act in the log of unblindings."),
		scope: z.enum(["study", "participant"]),
		arms: z.array(armKey).nullable().describe("The key, of a whole study."),
		participant: z
			.strictObject({
				sequence: z.array(z.string()).describe("Arm ids in the participant's order."),
				conversations: z.array(z.strictObject({ position: z.int(), conversation: z.string(), slots: z.array(slot) })),
			})
			.nullable(),
		opened: z
			.strictObject({
				rows: z.int().describe("Sealed rows that this call opened."),
				unreadable: z.int().describe("Rows that do not open with the study's key. They stay as they are."),
				complete: z.boolean().describe("False: repeat the call, until nothing is sealed any more."),
			})
			.nullable(),
		warnings: z.array(z.string()),
	})
	.openapi("Unblinding");

export type UnblindingView = z.output<typeof unblindingSchema>;
