import { err, ok } from "../../../shared/result.ts";
import type { Command, Decision } from "../command.ts";
import type { SessionEvent } from "../events.ts";
import type { StartedState, Study } from "../state.ts";
import { reservationEndsAtMs } from "./reservation.ts";

/** A session that has ended keeps its end. A repeat of the call that ended it changes nothing. */
export function endedForResearcher(
	state: StartedState,
	{ exit, by, nowMs: atMs }: Extract<Command, { type: "EndForResearcher" }>,
): Decision {
	if (state.status === "active") return ok([{ type: "SessionEndedByResearcher", atMs, exit, by }]);
	return state.endedBy === by.actor && state.exit === exit ? ok([]) : err({ kind: "ended" });
}

/** As after a lapse, the participant takes a place again when they return, if there is one. */
export function placeReleased(
	study: Study,
	state: StartedState,
	{ by, nowMs: atMs }: Extract<Command, { type: "ReleasePlace" }>,
): Decision {
	if (state.status !== "active") return err({ kind: "ended" });
	if (state.allocated?.reservation.lapsed) return ok([]);
	if (reservationEndsAtMs(study, state) === null) return err({ kind: "no_reservation" });
	const nth = state.allocated?.reservation.nth ?? 1;
	return ok([{ type: "ReservationLapsed", atMs, nth, releasedBy: by }]);
}

/** A session that has ended keeps what its participant was shown. Versions may come twice and in any order. */
export function settingsChanged(
	state: StartedState,
	{ version, settings, nowMs: atMs }: Extract<Command, { type: "ChangeSettings" }>,
): readonly SessionEvent[] {
	const isNew = state.status === "active" && version > (state.settings?.version ?? 0);
	return isNew ? [{ type: "SettingsChanged", atMs, version, settings }] : [];
}
