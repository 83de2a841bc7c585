import type { Pool } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { WebhookEvent } from "../../webhooks/events/event.ts";
import type { EventOf } from "../domain/events.ts";
import type { EndedState } from "../domain/state.ts";
import type { Logged } from "./project.ts";

type Announced = Omit<Logged, "seq">;

/**
 * The webhook events of one event of the log. None of simulated sessions. An id follows from the session's secret: made
 * of the event's number, it would show how many events came before, and their number depends on the arm.
 */
export function webhookEvents({ event, before, after }: Announced, secret: string): WebhookEvent[] {
	if (event.type === "SessionErased") return erased(event, secret);
	if (after.status === "new" || after.status === "erased") return [];
	const { pool } = after.facts;
	if (!isOfPeople(pool)) return [];
	if (event.type === "ReplyReported") return [reported(event, { session: after.facts.sessionId, pool }, secret)];
	return after.status !== "active" && after.status !== before.status ? [ended(after, pool, secret)] : [];
}

type PoolOfPeople = Exclude<Pool, "simulated">;
const isOfPeople = (pool: Pool): pool is PoolOfPeople => pool !== "simulated";

function ended(after: EndedState, pool: PoolOfPeople, secret: string): WebhookEvent {
	const { status, exit, startedAtMs, endedAtMs, facts } = after;
	return {
		id: derivedId("event", secret, "ended", status),
		type: status === "completed" ? "session.completed" : "session.exited",
		occurredAtMs: endedAtMs,
		data: {
			session: facts.sessionId,
			pool,
			status,
			reason: exit,
			startedAt: timestamp(startedAtMs),
			endedAt: timestamp(endedAtMs),
			erased: false,
		},
	};
}

/** Receivers may hold copies of the session, and have to delete them. */
function erased(event: EventOf<"SessionErased">, secret: string): WebhookEvent[] {
	const { sessionId, pool, atMs, startedAtMs } = event;
	if (!isOfPeople(pool)) return [];
	const data = {
		session: sessionId,
		pool,
		status: "withdrawn",
		reason: "withdrawn",
		startedAt: timestamp(startedAtMs),
		endedAt: timestamp(atMs),
		erased: true,
	};
	return [{ id: derivedId("event", secret, "erased"), type: "session.exited", occurredAtMs: atMs, data }];
}

/** Without the reply's place and the participant's note. */
function reported(
	{ conversation, turn, slot, kind, note, atMs }: EventOf<"ReplyReported">,
	of: { readonly session: string; readonly pool: PoolOfPeople },
	secret: string,
): WebhookEvent {
	return {
		id: derivedId("event", secret, "reported", conversation, turn, slot, kind, note ?? ""),
		type: "reply.reported",
		occurredAtMs: atMs,
		data: { ...of, kind, reportedAt: timestamp(atMs) },
	};
}
