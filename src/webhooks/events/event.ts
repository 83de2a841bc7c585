import { timestamp } from "../../shared/clock.ts";
import type { Id } from "../../shared/id.ts";

/** What a study can tell other systems. The order is that of the documentation. */
export const EVENT_TYPES = [
	"session.completed",
	"session.exited",
	"reply.reported",
	"study.full",
	"balance.warning",
	"pace.warning",
	"budget.paused",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

type SessionEnd = {
	readonly session: string;
	readonly pool: "live" | "pilot";
	/** As in the participant flow. */
	readonly status: string;
	/** The exit that the participant was shown. */
	readonly reason: string;
	readonly startedAt: string;
	readonly endedAt: string;
	/** The session's texts and answers are deleted. */
	readonly erased: boolean;
};

/**
 * What each event says: ids, a status, a reason and times. No text of a participant, no number that differs between arms, no
 * conversation, turn or label. Whoever needs more asks the API for it with a key.
 */
export type EventData = {
	readonly "session.completed": SessionEnd;
	readonly "session.exited": SessionEnd;
	readonly "reply.reported": {
		readonly session: string;
		readonly pool: "live" | "pilot";
		readonly kind: "harmful" | "broken";
		readonly reportedAt: string;
	};
	readonly "study.full": { readonly pool: "live"; readonly fullAt: string };
	/** `code` is that of the warning in the study's view. */
	readonly "balance.warning": { readonly pool: "live"; readonly code: "sample_ratio"; readonly raisedAt: string };
	readonly "pace.warning": {
		readonly pool: "live" | "pilot";
		readonly code: "late_replies";
		readonly raisedAt: string;
	};
	readonly "budget.paused": { readonly code: "budget_spent"; readonly pausedAt: string };
};

type Each<T extends EventType> = {
	/** The same whenever this event is handed over again, so that it is sent once. */
	readonly id: Id<"event">;
	readonly type: T;
	readonly occurredAtMs: number;
	readonly data: EventData[T];
};

export type WebhookEvent = { [T in EventType]: Each<T> }[EventType];

/** The study as an event names it. */
export type EventStudy = { readonly id: string; readonly slug: string };

/** The bytes that are signed and sent. They are made once, so that every attempt sends the same. */
export const bodyOf = ({ id, slug }: EventStudy, { type, occurredAtMs, data }: WebhookEvent): string =>
	JSON.stringify({ type, timestamp: timestamp(occurredAtMs), data: { study: slug, studyId: id, ...data } });

/** An event without content, which a researcher sends to try a receiver. */
export const testBodyOf = ({ id, slug }: EventStudy, nowMs: number): string =>
	JSON.stringify({ type: TEST_TYPE, timestamp: timestamp(nowMs), data: { study: slug, studyId: id } });

export const TEST_TYPE = "webhook.test";
