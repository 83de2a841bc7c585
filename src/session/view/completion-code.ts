import type { BlindedEnded, BlindedStudy } from "../domain/blinded-state.ts";
import type { SessionView } from "./view-schema.ts";

/** Where a submission to Prolific ends, by the completion code of the exit. */
const PROLIFIC_COMPLETE = "https://app.prolific.com/submissions/complete?cc=";

/**
 * How a session that ended says goodbye: back to the recruiter with the code of that exit, or back to the survey tool
 * that sent the participant, or nowhere. The session is kept in the address, so that a survey can join its rows.
 */
export function exitOf(study: BlindedStudy, state: BlindedEnded): NonNullable<SessionView["exit"]> {
	const { source, returnUrl, sessionId } = state.facts;
	const reason = state.exit;
	const why = reason === "full" && state.allocated?.reservation.lapsed ? { placeLapsed: true as const } : {};
	if (returnUrl !== null) return { reason, redirectUrl: withResult(returnUrl, sessionId, reason), code: null, ...why };
	const code = source === "prolific" ? prolificCode(study, reason) : null;
	return { reason, redirectUrl: code === null ? null : PROLIFIC_COMPLETE + encodeURIComponent(code), code, ...why };
}

function prolificCode(study: BlindedStudy, reason: BlindedEnded["status"]): string | null {
	const exits: Readonly<Record<string, { readonly code: string } | undefined>> =
		study.protocol.recruitment.prolific?.exits ?? {};
	return exits[reason]?.code ?? null;
}

function withResult(returnUrl: string, session: string, status: string): string {
	const url = new URL(returnUrl);
	url.searchParams.set("session", session);
	url.searchParams.set("status", status);
	return url.toString();
}
