import { env, runInDurableObject } from "cloudflare:test";
import type { Env } from "../../../src/env.ts";
import { derivedId } from "../../../src/shared/id.ts";
import { Deliveries } from "../../../src/webhooks/delivery/deliveries.ts";
import type { EventType, WebhookEvent } from "../../../src/webhooks/events/event.ts";
import { WebhookService } from "../../../src/webhooks/webhook-service.ts";

export const STUDY = { id: "sy_0123456789abcdefghjkmnpq", slug: "scene" };

export type Scene = {
	readonly service: WebhookService;
	/** Moves the clock. */
	readonly wait: (ms: number) => void;
	/**
	 * Serves whatever is due up to this time from now, at its time. Returns these times, from the first clock. The platform's
	 * own alarm cannot say them: it moves an alarm of the past to its own present.
	 */
	readonly runFor: (ms: number) => Promise<number[]>;
	readonly create: (url: string, events?: readonly EventType[]) => { readonly id: string; readonly secret: string };
	readonly publish: (name: string) => WebhookEvent;
	/** The same tables under a new service, as after an eviction. */
	readonly evicted: () => WebhookService;
};

/** A study's webhooks in a real object, with a clock that the test moves. It starts now, because receivers check the time. */
export function withWebhooks(name: string, run: (scene: Scene) => Promise<void>, bindings: Partial<Env> = {}) {
	const stub = env.WEBHOOKS.get(env.WEBHOOKS.idFromName(`scene-${name}`));
	return runInDurableObject(stub, async (_object, { storage }) => {
		const startMs = Date.now();
		let nowMs = startMs;
		const made = () => new WebhookService(storage, { ...(env as unknown as Env), ...bindings }, () => nowMs);
		const service = made();
		await run({
			service,
			wait: (ms) => {
				nowMs += ms;
			},
			runFor: async (ms) => {
				const untilMs = nowMs + ms;
				const alarms: number[] = [];
				for (;;) {
					const dueMs = new Deliveries(storage.sql).nextAtMs();
					if (dueMs === null || dueMs > untilMs) break;
					nowMs = Math.max(nowMs, dueMs);
					alarms.push(nowMs - startMs);
					await service.serve();
				}
				nowMs = untilMs;
				return alarms;
			},
			create: (url, events = []) => {
				const created = service.create({ study: STUDY, url, events });
				if (!created) throw new Error("the study has too many webhooks");
				return { id: created.webhook.id, secret: created.secret };
			},
			publish: (of) => {
				const event = eventOf(of, nowMs);
				service.publish([event]);
				return event;
			},
			evicted: made,
		});
	});
}

/** A completed session with this name. */
export function eventOf(name: string, occurredAtMs: number): WebhookEvent {
	const at = new Date(occurredAtMs).toISOString();
	return {
		id: derivedId("event", name),
		type: "session.completed",
		occurredAtMs,
		data: {
			session: derivedId("session", name),
			pool: "live",
			status: "completed",
			reason: "completed",
			startedAt: at,
			endedAt: at,
			erased: false,
		},
	};
}
