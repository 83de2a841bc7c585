import { reservationMs } from "../../../protocol/schema/recruitment.ts";
import type { Allocation } from "../../../randomisation/allocator/allocator-client.ts";
import type { SessionEvent } from "../events.ts";
import type { ActiveState, SessionState, Study } from "../state.ts";

/**
 * When the place that is held for this participant lapses, null where none does: before randomisation, after the first message, and
 * in pools that have no quota.
 */
export function reservationEndsAtMs({ protocol }: Study, state: SessionState): number | null {
	if (state.status !== "active" || !state.allocated || state.facts.pool !== "live") return null;
	const { reservation } = state.allocated;
	const written = state.conversations.some(({ turns }) => turns.length > 0);
	return written || reservation.lapsed ? null : reservation.sinceMs + reservationMs(protocol.recruitment);
}

/** Comes by a deadline, and so perhaps late: after the first message there is nothing to lapse. */
export function lapsed(study: Study, state: ActiveState, nowMs: number): readonly SessionEvent[] {
	const endsAtMs = reservationEndsAtMs(study, state);
	if (endsAtMs === null || nowMs < endsAtMs) return [];
	return [{ type: "ReservationLapsed", atMs: nowMs, nth: state.allocated?.reservation.nth ?? 1 }];
}

/** The seed of a plan is its draw's own: the same seed is the same place. */
export const isSamePlace = (state: ActiveState, allocation: Allocation): boolean =>
	allocation.kind === "allocated" && allocation.plan.seed === state.allocated?.plan.seed;
