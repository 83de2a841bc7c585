import { reservationMs } from "../../../protocol/schema/recruitment.ts";
import type { Allocation } from "../../../randomisation/allocator/allocator-client.ts";
import type { SessionEvent } from "../events.ts";
import type { ActiveState, SessionState, Study } from "../state.ts";

/** When the participant's place lapses. Null before randomisation, after the first message, and in pools without a quota. */
export function reservationEndsAtMs({ protocol }: Study, state: SessionState): number | null {
	if (state.status !== "active" || !state.allocated || state.facts.pool !== "live") return null;
	const { reservation } = state.allocated;
	const written = state.conversations.some(({ turns }) => turns.length > 0);
	return written || reservation.lapsed ? null : reservation.sinceMs + reservationMs(protocol.recruitment);
}

/** A deadline calls this and may be late. After the first message nothing lapses. */
export function lapsed(study: Study, state: ActiveState, nowMs: number): readonly SessionEvent[] {
	const endsAtMs = reservationEndsAtMs(study, state);
	if (endsAtMs === null || nowMs < endsAtMs) return [];
	return [{ type: "ReservationLapsed", atMs: nowMs, nth: state.allocated?.reservation.nth ?? 1 }];
}

/** Each draw has its own seed, so the same seed means the same place. */
export const isSamePlace = (state: ActiveState, allocation: Allocation): boolean =>
	allocation.kind === "allocated" && allocation.plan.seed === state.allocated?.plan.seed;
