import type { BlindedEnded, BlindedStudy } from "./blinded-state.ts";
import { inForce } from "./state.ts";

type Exits = Readonly<Record<string, { readonly code: string } | undefined>>;

/**
 * The completion code of a session's exit, by the settings in force. Null if the participant is not from Prolific, returns
 * to a survey instead, or the exit has no code.
 */
export function completionCodeOf(study: BlindedStudy, state: BlindedEnded): string | null {
	const { source, returnUrl } = state.facts;
	if (returnUrl !== null || source !== "prolific") return null;
	const exits: Exits = inForce(study, state).protocol.recruitment.prolific?.exits ?? {};
	return exits[state.exit]?.code ?? null;
}
