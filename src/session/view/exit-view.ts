import { returnPrefix } from "../../protocol/schema/recruitment.ts";
import type { BlindedEnded, BlindedStudy } from "../domain/blinded-state.ts";
import { completionCodeOf } from "../domain/completion-code.ts";
import { inForce } from "../domain/state.ts";
import { resultOf, type SignReturn, unsigned, withResult } from "./for-tools/return-address.ts";
import type { SessionView } from "./view-schema.ts";

const PROLIFIC_COMPLETE = "https://app.prolific.com/submissions/complete?cc=";

/** The last page: its address to go on to, its completion code, the debriefing and the contact. */
export function exitOf(opened: BlindedStudy, state: BlindedEnded, sign: SignReturn = unsigned): Exit {
	const study = inForce(opened, state);
	return { ...wayOut(study, state, sign), ...lastWords(study, state.exit) };
}

type Exit = NonNullable<SessionView["exit"]>;

/** The texts depend on the exit, never on the arm. */
export function lastWords({ protocol: { debrief, contact } }: BlindedStudy, exit: BlindedEnded["exit"]): Partial<Exit> {
	const text = typeof debrief === "string" ? debrief : debrief?.[exit];
	return { ...(text !== undefined && { debrief: text }), ...(contact && { contact }) };
}

/**
 * Where a session that ended sends the participant: to the recruiter with the completion code of the exit, to the survey
 * tool they came from, or nowhere. The address has the session id, so that a survey can join its rows.
 */
function wayOut(study: BlindedStudy, state: BlindedEnded, sign: SignReturn): Exit {
	const { returnUrl, sessionId: session, pool } = state.facts;
	const reason = state.exit;
	const why = reason === "full" && state.allocated?.reservation.lapsed ? { placeLapsed: true as const } : {};
	if (returnUrl !== null) {
		const prefix = returnPrefix(study.protocol.recruitment);
		const redirectUrl = withResult(returnUrl, resultOf({ session, status: reason, pool }, prefix), { prefix, sign });
		return { reason, redirectUrl, code: null, ...why };
	}
	return { reason, ...byCode(study, completionCodeOf(study, state)), ...why };
}

/** The way out of an erased session. Only the completion code is left of it. */
export const byCode = (
	{ completeAt = PROLIFIC_COMPLETE }: BlindedStudy,
	code: string | null,
): Pick<Exit, "redirectUrl" | "code"> => ({
	redirectUrl: code === null ? null : completeAt + encodeURIComponent(code),
	code,
});
