import { describe, expect, it } from "vitest";
import { eventAtMs, readSubmissionEvent } from "./submission-event.ts";

const event = {
	resource_id: "60d9aadeb86739de712faee0",
	event_type: "submission.status.change",
	participant_id: "60bf9310e8dec401be6e9615",
	status: "TIMED-OUT",
};
const SIGNED = Date.UTC(2026, 10, 28, 12);

describe("an event of Prolific", () => {
	it.each([
		["TIMED-OUT", "timed_out"],
		["AWAITING REVIEW", "awaiting_review"],
		["PARTIALLY APPROVED", "partially_approved"],
		["RETURNED", "returned"],
	])("has the status %s as %s", (status, expected) =>
		expect(readSubmissionEvent({ ...event, status })).toEqual({
			submission: event.resource_id,
			participant: event.participant_id,
			status: expected,
		}),
	);

	it.each<[string, unknown]>([
		["of another kind", { ...event, event_type: "study.status.change" }],
		["with a status that Prolific may add", { ...event, status: "PONDERED" }],
		["without a participant", { ...event, participant_id: undefined }],
		["with an id that is too long", { ...event, resource_id: "x".repeat(201) }],
		["that is no object", null],
	])("changes nothing if it is one %s", (_, body) => expect(readSubmissionEvent(body)).toBeNull());
});

describe("the time of an event", () => {
	it.each<[string, string | undefined, number]>([
		["is the stated one, in seconds", String(SIGNED / 1000 - 3600), SIGNED - 3_600_000],
		["is the stated one, as a date", "2026-11-28T11:00:00Z", SIGNED - 3_600_000],
		["is never after the signature", String(SIGNED / 1000 + 3600), SIGNED],
		["is that of the signature without another", undefined, SIGNED],
		["is that of the signature for nonsense", "soon", SIGNED],
	])("%s", (_, stated, expected) => expect(eventAtMs(stated, SIGNED)).toBe(expected));
});
