import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { WebhookEvent } from "../../webhooks/events/event.ts";
import type { PacedPool } from "./publish-late-share.ts";

/** The webhook event of a spent budget. Without the amount or the spender: one arm may have spent most. */
export const budgetPaused = ({ studyId, spentAtMs }: { readonly studyId: string; readonly spentAtMs: number }) =>
	({
		id: derivedId("event", studyId, "budget.paused", spentAtMs),
		type: "budget.paused",
		occurredAtMs: spentAtMs,
		data: { code: "budget_spent", pausedAt: timestamp(spentAtMs) },
	}) satisfies WebhookEvent;

/** The webhook event of late replies: once for a study and pool, when their share over all arms first becomes too large. */
export const paceWarning = ({
	studyId,
	pool,
	raisedAt,
}: {
	readonly studyId: string;
	readonly pool: PacedPool;
	readonly raisedAt: string;
}) =>
	({
		id: derivedId("event", studyId, "pace.warning", pool),
		type: "pace.warning",
		occurredAtMs: Date.parse(raisedAt),
		data: { pool, code: "late_replies", raisedAt },
	}) satisfies WebhookEvent;
