import { durableObject } from "../shared/durable-object.ts";
import type { Result } from "../shared/result.ts";
import type { OutcomeKind } from "./delivery/outcome.ts";
import type { EventStudy, EventType, WebhookEvent } from "./events/event.ts";

/** A receiver. An empty `events` means all of them. */
export type Webhook = {
	readonly id: string;
	readonly url: string;
	readonly events: readonly EventType[];
	readonly createdAtMs: number;
	/** When it answered 410. Nothing is sent there since. */
	readonly disabledAtMs: number | null;
	/** Until when a replaced secret signs too. Null: there is none. */
	readonly previousSecretUntilMs: number | null;
};

export type DeliveryStatus = "pending" | "delivered" | "failed";

export type AttemptRecord = {
	readonly atMs: number;
	readonly outcome: OutcomeKind;
	/** Null if there was no response. */
	readonly status: number | null;
};

export type Delivery = {
	readonly id: string;
	readonly webhook: string;
	/** The event's id and the header `webhook-id`. */
	readonly event: string;
	readonly type: string;
	readonly status: DeliveryStatus;
	readonly occurredAtMs: number;
	/** Null if no attempt follows. */
	readonly nextAttemptAtMs: number | null;
	readonly attempts: readonly AttemptRecord[];
};

export type DeliveryPage = { readonly deliveries: readonly Delivery[]; readonly next: string | null };
export type NewWebhook = { readonly study: EventStudy; readonly url: string; readonly events: readonly EventType[] };
export type WithSecret = { readonly webhook: Webhook; readonly secret: string };
export type SendRefusal = "unknown" | "disabled";

/** The webhooks of one study: receivers, their secrets, events and deliveries. One object for each study. */
export type Webhooks = {
	/** Null if the study has the most receivers that it may have. */
	create(webhook: NewWebhook): Promise<WithSecret | null>;
	list(): Promise<readonly Webhook[]>;
	/** With its secrets and deliveries. False if there is none. */
	remove(webhook: string): Promise<boolean>;
	/** Null if there is none. */
	rotate(webhook: string): Promise<WithSecret | null>;
	/**
	 * Takes events over for delivery. Idempotent by the event's id. An event goes to the receivers that existed when it
	 * occurred.
	 */
	publish(events: readonly WebhookEvent[]): Promise<void>;
	/** Sends an event without content. */
	sendTest(webhook: string): Promise<Result<Delivery, SendRefusal>>;
	/** The newest first. `after` is the last delivery of the page before. Null if there is no such receiver or delivery. */
	deliveries(webhook: string, page: { readonly after?: string; readonly limit: number }): Promise<DeliveryPage | null>;
	/** Sends the same message again, with a new schedule. With `webhook`, only a delivery of that one. */
	resend(delivery: string, webhook?: string): Promise<Result<Delivery, SendRefusal>>;
};

export const webhooksOf = (namespace: DurableObjectNamespace, studyId: string): Webhooks =>
	durableObject<Webhooks>(namespace, studyId);
