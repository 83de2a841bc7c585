import { derivedId } from "../../shared/id.ts";
import type { WebhookEvent } from "../../webhooks/events/event.ts";
import type { RatioFailedEntry } from "../allocator/log-entry.ts";

/** The webhook event of a full quota. `nth` counts the times that it became full. */
export const studyFull = (
	studyId: string,
	{ nth, at }: { readonly nth: number; readonly at: string },
): WebhookEvent => ({
	id: derivedId("event", studyId, "study.full", nth),
	type: "study.full",
	occurredAtMs: Date.parse(at),
	data: { pool: "live", fullAt: at },
});

/** The webhook event of a sample ratio that began to fail, without its numbers and without a sequence. */
export const balanceWarning = (
	studyId: string,
	{ line, entry }: { readonly line: number; readonly entry: Pick<RatioFailedEntry, "at"> },
): WebhookEvent => ({
	id: derivedId("event", studyId, "balance.warning", line),
	type: "balance.warning",
	occurredAtMs: Date.parse(entry.at),
	data: { pool: "live", code: "sample_ratio", raisedAt: entry.at },
});
