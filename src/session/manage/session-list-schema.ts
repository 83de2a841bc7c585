import { z } from "@hono/zod-openapi";
import { POOLS } from "../../randomisation/draw/pool.ts";
import { STATUSES } from "../view/view-schema.ts";

const time = z.iso.datetime();

/** A session in a researcher's list. It names labels and no arm, also after unblinding. */
export const listedSessionSchema = z
	.strictObject({
		session: z.string(),
		participant: z.string().describe("The participant's pseudonym."),
		pool: z.enum(POOLS),
		status: z.enum(STATUSES),
		erased: z.boolean(),
		stratum: z.string().nullable(),
		sequence: z.array(z.string()).nullable().describe("The labels of the arms, in order. Null before randomisation."),
		step: z
			.enum(["consent", "form", "place", "message", "choice"])
			.nullable()
			.describe(
				"What the participant is at. `place`: they wait for a place. A reply that is being written or failed is `message`. Null after the end.",
			),
		progress: z.strictObject({ done: z.int(), of: z.int() }).nullable().describe("As the participant sees it."),
		startedAt: time,
		lastActivityAt: time.describe("When the participant last answered, wrote or chose."),
		endedAt: time.nullable(),
		minutes: z.number().describe("From the start to the end, or to the last activity."),
		idleMinutes: z.number().nullable().describe("Since the last activity. Null after the end."),
		stuck: z.boolean().describe("Active, and without activity for 15 minutes."),
	})
	.openapi("ListedSession");

export type ListedSession = z.output<typeof listedSessionSchema>;

export const sessionListSchema = z
	.strictObject({
		sessions: z.array(listedSessionSchema),
		next: z.string().nullable().describe("`after` of the next page. Null on the last page."),
	})
	.openapi("SessionList");
