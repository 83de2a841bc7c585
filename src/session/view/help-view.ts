import { durationMs, timestamp } from "../../shared/clock.ts";
import type { BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { inForce } from "../domain/state.ts";
import type { HelpView } from "./view-schema.ts";

/** What the menu shows beside the steps. The same for every arm, and for the same study the same at every step. */
export function helpView(study: BlindedStudy, state: BlindedState): HelpView {
	const { protocol } = inForce(study, state);
	const { status, startedAtMs } = state;
	const { consent, contact, support, reports = {}, recruitment } = protocol;
	const untilMs = startedAtMs + durationMs(recruitment.expiresAfter);
	return {
		consent: { version: consent.version, text: consent.text },
		...(contact && { contact }),
		...(support && { support }),
		until: status === "active" ? timestamp(untilMs) : null,
		leaveAfter: (["harmful", "broken"] as const).filter((kind) => reports[kind] !== undefined),
	};
}
