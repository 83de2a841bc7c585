import { z } from "@hono/zod-openapi";
import type { App } from "../../http/contract.ts";
import { EVENT_TYPES, type EventData, type EventType } from "./event.ts";

const time = z.iso.datetime();
const pool = z.enum(["live", "pilot"]);
const session = z.string().describe("`se_…`. Ask the API for more, with a key.");
const ofStudy = { study: z.string().describe("The study's slug."), studyId: z.string() };

const sessionEnd = {
	...ofStudy,
	session,
	pool,
	status: z.string().describe("As in the participant flow."),
	reason: z.string().describe("The exit that the participant was shown."),
	startedAt: time,
	endedAt: time,
	erased: z.boolean().describe("The session's texts and answers are deleted. Delete your copy too."),
};

type Shape<T extends EventType> = { [K in keyof EventData[T] | "study" | "studyId"]: z.ZodType };

const DATA: { readonly [T in EventType]: Shape<T> } = {
	"session.completed": sessionEnd,
	"session.exited": sessionEnd,
	"reply.reported": { ...ofStudy, session, pool, kind: z.enum(["harmful", "broken"]), reportedAt: time },
	"study.full": { ...ofStudy, pool: z.literal("live"), fullAt: time },
	"balance.warning": { ...ofStudy, pool: z.literal("live"), code: z.literal("sample_ratio"), raisedAt: time },
	"pace.warning": { ...ofStudy, pool, code: z.literal("late_replies"), raisedAt: time },
	"budget.paused": { ...ofStudy, code: z.literal("budget_spent"), pausedAt: time },
};

const MEANINGS: Readonly<Record<EventType, string>> = {
	"session.completed": "A participant finished the study.",
	"session.exited": "A session ended in another way, or was erased after it had ended.",
	"reply.reported": "A participant reported a reply as harmful or broken. The note is in the data, not in the event.",
	"study.full": "Every place of the study's quota is reserved or confirmed. A place can become free again.",
	"balance.warning": "The sample ratio began to fail: see the study's balance.",
	"pace.warning": "Too many replies were late, over all arms: see the study's warnings.",
	"budget.paused": "The study's budget is spent, so it takes no new participants.",
};

/** The body of an event, as it is sent. */
export const eventSchema = (type: EventType) =>
	z.strictObject({ type: z.literal(type), timestamp: time, data: z.strictObject(DATA[type]) });

const headers = z.object({
	"webhook-id": z.string().describe("The event's id, the same in every attempt."),
	"webhook-timestamp": z.string().describe("The time of the attempt, in seconds since 1970."),
	"webhook-signature": z
		.string()
		.describe("`v1,` and the signature in base 64; several, separated by spaces, after a change of secret."),
});

/** The section `webhooks` of the OpenAPI document. */
export function describeEvents(app: App): void {
	for (const type of EVENT_TYPES)
		app.openAPIRegistry.registerWebhook({
			method: "post",
			path: type,
			operationId: `on_${type.replace(".", "_")}`,
			summary: MEANINGS[type],
			tags: ["Webhooks"],
			security: [],
			request: { headers, body: { required: true, content: { "application/json": { schema: eventSchema(type) } } } },
			responses: {
				"2XX": { description: "Received." },
				410: { description: "Nothing more is sent here." },
			},
		});
}
