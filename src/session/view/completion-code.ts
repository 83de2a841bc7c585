import type { BlindedEnded, BlindedStudy } from "../domain/blinded-state.ts";
import type { SessionView } from "./view-schema.ts";

const PROLIFIC_COMPLETE = "https://app.prolific.com/submissions/complete?cc=";

/** The last page: where to go from it, and what it says. */
export const exitOf = (study: BlindedStudy, state: BlindedEnded): Exit => ({
	...wayOut(study, state),
	...lastWords(study, state.exit),
});

type Exit = NonNullable<SessionView["exit"]>;

/** By exit and never by arm. */
export function lastWords({ protocol: { debrief, contact } }: BlindedStudy, exit: BlindedEnded["exit"]): Partial<Exit> {
	const text = typeof debrief === "string" ? debrief : debrief?.[exit];
	return { ...(text !== undefined && { debrief: text }), ...(contact && { contact }) };
}

/**
 * Where a session that ended sends the participant: to the recruiter with the completion code of the exit, to the survey
 * tool they came from, or nowhere. The address has the session id, so that a survey can join its rows.
 */
function wayOut(study: BlindedStudy, state: BlindedEnded): Exit {
	const { source, returnUrl, sessionId } = state.facts;
	const reason = state.exit;
	const why = reason === "full" && state.allocated?.reservation.lapsed ? { placeLapsed: true as const } : {};
	if (returnUrl !== null) return { reason, redirectUrl: withResult(returnUrl, sessionId, reason), code: null, ...why };
	const code = source === "prolific" ? prolificCode(study, reason) : null;
	return { reason, ...byCode(code), ...why };
}

/** The way out of an erased session. Only the completion code is left of it. */
export const byCode = (code: string | null): Pick<Exit, "redirectUrl" | "code"> => ({
	redirectUrl: code === null ? null : PROLIFIC_COMPLETE + encodeURIComponent(code),
	code,
});

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
