import { invalidRequest, type Problem } from "../shared/problem.ts";
import { unreachable } from "../shared/result.ts";
import type { SessionRefusal } from "./session-client.ts";

/** Maps every refusal of a session to a problem. An unknown session and a wrong token get the same problem. */
export function toProblem(refusal: SessionRefusal): Problem {
	switch (refusal.kind) {
		case "not_started":
		case "unauthenticated":
			return { code: "not_found", detail: "There is no such session for these credentials." };
		case "unproven":
			return {
				code: "link_refused",
				detail: "Open the study again from the page where you found it.",
			};
		case "no_reply":
			return { code: "not_found", detail: "This step has no reply to follow. Read the session for its current step." };
		case "no_reservation":
			return {
				code: "place_not_reserved",
				detail:
					"The session holds no place that can be released alone. End the session instead, and its place is free at once.",
			};
		case "no_stop":
			return {
				code: "not_found",
				detail: "The replies of this conversation cannot be stopped: its view has no `stop`.",
			};
		case "erased":
			return { code: "erased", detail: "The participant had the content of this session erased." };
		case "ended":
			return { code: "session_ended", detail: "The session has ended. Read it for its exit.", step: null };
		case "stale":
			return {
				code: "step_not_current",
				detail: "Read the session and answer its current step.",
				step: refusal.current,
			};
		case "already_answered":
			return {
				code: "step_already_answered",
				detail: "This step keeps its first answer. Go on with the current step.",
				step: refusal.current,
			};
		case "busy":
			return {
				code: "step_busy",
				detail: "A reply is being written. Follow it, or poll until it is complete.",
				step: refusal.current,
			};
		case "lapsed":
			return {
				code: "unavailable",
				detail:
					"The reservation of the participant's place lapsed, and a new place is not confirmed yet. Repeat in a moment.",
				retryAfterSeconds: 2,
			};
		case "too_many":
			return {
				code: "too_many_requests",
				detail: "There were too many requests for this session. Repeat after the seconds in Retry-After.",
				retryAfterSeconds: Math.ceil(refusal.retryAfterMs / 1000),
			};
		case "invalid":
			return invalidRequest(refusal.faults);
		default:
			return unreachable(refusal);
	}
}
