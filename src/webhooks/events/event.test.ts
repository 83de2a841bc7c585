import { describe, expect, it } from "vitest";
import { bodyOf, EVENT_TYPES, testBodyOf, type WebhookEvent } from "./event.ts";
import { eventSchema } from "./event-schemas.ts";

const AT = "2026-05-01T08:00:00.000Z";
const occurredAtMs = Date.parse(AT);
const study = { id: "sy_0123456789abcdefghjkmnpq", slug: "s".repeat(64) };
const end = { session: "se_1", pool: "live", reason: "completed", startedAt: AT, endedAt: AT, erased: false } as const;

const EVENTS: readonly WebhookEvent[] = [
	{ id: "ev_1", type: "session.completed", occurredAtMs, data: { ...end, status: "completed" } },
	{ id: "ev_2", type: "session.exited", occurredAtMs, data: { ...end, status: "expired" } },
	{
		id: "ev_3",
		type: "reply.reported",
		occurredAtMs,
		data: { session: "se_1", pool: "live", kind: "broken", reportedAt: AT },
	},
	{ id: "ev_4", type: "study.full", occurredAtMs, data: { pool: "live", fullAt: AT } },
	{ id: "ev_5", type: "balance.warning", occurredAtMs, data: { pool: "live", code: "sample_ratio", raisedAt: AT } },
	{ id: "ev_6", type: "pace.warning", occurredAtMs, data: { pool: "pilot", code: "late_replies", raisedAt: AT } },
	{ id: "ev_7", type: "budget.paused", occurredAtMs, data: { code: "budget_spent", pausedAt: AT } },
];

describe("the body of an event", () => {
	it("is known for every type", () => expect(EVENTS.map(({ type }) => type)).toEqual([...EVENT_TYPES]));

	it.each(EVENTS.map((event) => [event.type, event] as const))(
		"of %s is as documented and below 20 kB",
		(type, event) => {
			const body = bodyOf(study, event);
			const read = eventSchema(type).parse(JSON.parse(body));
			expect(read).toMatchObject({ type, timestamp: AT, data: { study: study.slug, studyId: study.id } });
			expect(new TextEncoder().encode(body).length).toBeLessThan(2_000);
		},
	);

	it("of a test names only the study", () =>
		expect(JSON.parse(testBodyOf(study, occurredAtMs))).toEqual({
			type: "webhook.test",
			timestamp: AT,
			data: { study: study.slug, studyId: study.id },
		}));
});
