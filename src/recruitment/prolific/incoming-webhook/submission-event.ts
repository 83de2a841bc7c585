import { z } from "zod";
import { SUBMISSION_STATUSES, type SubmissionStatus } from "../../../session/domain/session-facts.ts";
import { unixMs } from "./webhook-signature.ts";

/** An event about one submission. Prolific sends other events too, and may add more. */
const submissionEvent = z.looseObject({
	event_type: z.literal("submission.status.change"),
	resource_id: z.string().min(1).max(200),
	participant_id: z.string().min(1).max(200),
	status: z.string().transform(statusOf).pipe(z.enum(SUBMISSION_STATUSES)),
});

export type SubmissionEvent = {
	readonly submission: string;
	readonly participant: string;
	readonly status: SubmissionStatus;
};

/** Prolific writes `AWAITING REVIEW` and `TIMED-OUT`. */
export function statusOf(status: string): string {
	return status
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, "_");
}

/** Null for every other event, which is acknowledged and changes nothing. */
export function readSubmissionEvent(body: unknown): SubmissionEvent | null {
	const read = submissionEvent.safeParse(body);
	if (!read.success) return null;
	const { resource_id: submission, participant_id: participant, status } = read.data;
	return { submission, participant, status };
}

/**
 * When the status changed. `X-Timestamp` orders events, but is not signed: it may only say that the event is older than the
 * signed request, as it is when Prolific tries again.
 */
export function eventAtMs(timestamp: string | undefined, signedMs: number): number {
	const text = timestamp?.trim() ?? "";
	const statedMs = unixMs(text) ?? Date.parse(text);
	return Number.isFinite(statedMs) && statedMs > 0 ? Math.min(statedMs, signedMs) : signedMs;
}
