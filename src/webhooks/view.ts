import { z } from "@hono/zod-openapi";
import { timestamp } from "../shared/clock.ts";
import { EVENT_TYPES } from "./events/event.ts";
import { LONGEST_URL } from "./receiver/url-faults.ts";
import type { Delivery, Webhook } from "./webhook-client.ts";

const eventType = z.enum(EVENT_TYPES);

export const newWebhookSchema = z
	.strictObject({
		url: z
			.string()
			.max(LONGEST_URL)
			.describe("Where events are sent: https, on the public internet, without a password."),
		events: z
			.array(eventType)
			.max(EVENT_TYPES.length)
			.refine((events) => new Set(events).size === events.length, { error: "Name each event once." })
			.default([])
			.describe("The events to send. Empty: all of them."),
	})
	.openapi("NewWebhook");

const webhookFields = {
	id: z.string().openapi({ example: "wh_7c1k2m9q4s8t0v3x5z6a7b8c" }),
	url: z.string(),
	events: z.array(eventType).describe("Empty: all events."),
	createdAt: z.iso.datetime().describe("Events that occurred earlier are not sent."),
	disabledAt: z.iso
		.datetime()
		.nullable()
		.describe(
			"When the receiver answered 410. Nothing is sent there since. Delete the webhook, or create another one.",
		),
	previousSecretUntil: z.iso
		.datetime()
		.nullable()
		.describe("Until when a replaced secret signs beside the current one."),
};

export const webhookSchema = z.strictObject(webhookFields).openapi("Webhook");

export const webhookWithSecretSchema = z
	.strictObject({
		...webhookFields,
		secret: z.string().describe("The signing secret, `whsec_…`. It is shown only in this response."),
	})
	.openapi("WebhookWithSecret");

export const webhookListSchema = z.strictObject({ webhooks: z.array(webhookSchema) }).openapi("Webhooks");

export const deliverySchema = z
	.strictObject({
		id: z.string().openapi({ example: "dl_7c1k2m9q4s8t0v3x5z6a7b8c" }),
		webhook: z.string(),
		event: z.string().describe("The event's id, sent as `webhook-id`. The same in every attempt."),
		type: z.string().describe("The event's type, or `webhook.test`."),
		occurredAt: z.iso.datetime(),
		status: z.enum(["pending", "delivered", "failed"]),
		nextAttemptAt: z.iso.datetime().nullable().describe("Null if no attempt follows."),
		attempts: z
			.array(
				z.strictObject({
					at: z.iso.datetime(),
					outcome: z
						.enum([
							"delivered",
							"refused",
							"redirected",
							"gone",
							"timed_out",
							"unreachable",
							"unresolved",
							"private_address",
						])
						.describe(
							"`refused`: a status outside 2xx and 3xx. `gone`: 410. `unresolved`: the host has no address. `private_address`: the host leads into a private network.",
						),
					status: z.int().nullable().describe("The HTTP status. Null if there was no response."),
				}),
			)
			.describe("In order. The receiver's response body is not read."),
	})
	.openapi("WebhookDelivery");

export const deliveryPageSchema = z
	.strictObject({
		deliveries: z.array(deliverySchema),
		next: z.string().nullable().describe("Send it as `after` to get the next page. Null on the last page."),
	})
	.openapi("WebhookDeliveryPage");

const orNull = (ms: number | null): string | null => (ms === null ? null : timestamp(ms));

export const webhookView = ({ id, url, events, createdAtMs, disabledAtMs, previousSecretUntilMs }: Webhook) => ({
	id,
	url,
	events: [...events],
	createdAt: timestamp(createdAtMs),
	disabledAt: orNull(disabledAtMs),
	previousSecretUntil: orNull(previousSecretUntilMs),
});

export const deliveryView = ({ occurredAtMs, nextAttemptAtMs, attempts, ...rest }: Delivery) => ({
	...rest,
	occurredAt: timestamp(occurredAtMs),
	nextAttemptAt: orNull(nextAttemptAtMs),
	attempts: attempts.map(({ atMs, outcome, status }) => ({ at: timestamp(atMs), outcome, status })),
});
