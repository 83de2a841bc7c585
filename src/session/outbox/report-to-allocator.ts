import { inputsOfErased } from "../../personalisation/arms/arm-inputs.ts";
import type { Allocator } from "../../randomisation/allocator/allocator-client.ts";
import { ofErased, type SessionEvent } from "../domain/events.ts";
import type { SessionState } from "../domain/state.ts";

type Happened = { readonly event: SessionEvent; readonly before: SessionState };

/** The allocator counts every start and every end, because balance and quota count those who finish. */
export async function reportToAllocator(
	allocator: (studyId: string) => Allocator,
	{ event, before }: Happened,
): Promise<void> {
	if (event.type === "SessionErased") {
		// Erasure removes the session's start from the log. If that was not reported yet, a rebuild would miss the session.
		await allocator(event.studyId).enter(event.sessionId);
		await allocator(event.studyId).fixInputs(inputsOfErased(ofErased(event)), null);
	}
	if (event.type === "ReservationLapsed") {
		const facts = "facts" in before ? before.facts : null;
		if (facts) await allocator(facts.studyId).lapse({ session: facts.sessionId, nth: event.nth });
	}
	const method = CALLS[event.type];
	if (!method) return;
	const facts = "sessionId" in event ? event : "facts" in before ? before.facts : null;
	if (facts) await allocator(facts.studyId)[method](facts.sessionId);
}

const CALLS: Partial<Record<SessionEvent["type"], "enter" | "confirm" | "release">> = {
	SessionStarted: "enter",
	SessionCompleted: "confirm",
	SessionExpired: "release",
	SessionWithdrawn: "release",
	SessionEndedByResearcher: "release",
	SessionErased: "release",
	ChecksFailed: "release",
	// The allocator's answer may have been lost.
	AllocationGivenUp: "release",
};
