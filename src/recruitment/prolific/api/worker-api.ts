import type { Env } from "../../../env.ts";
import { type Problem, ProblemError } from "../../../shared/problem.ts";
import { unreachable } from "../../../shared/result.ts";
import { type ProlificApi, type ProlificFailure, prolificApi } from "./prolific-api.ts";

/** A researcher waits for the response, and the platform cuts long ones off. */
const MOST_WAIT_MS = 20_000;

/** Prolific's API with the Worker's token. */
export function prolificApiOf({ PROLIFIC_API_TOKEN, PROLIFIC_API_URL }: Env): ProlificApi {
	if (PROLIFIC_API_URL !== undefined && !URL.canParse(PROLIFIC_API_URL))
		throw new ProblemError({ code: "bad_environment", detail: "Set PROLIFIC_API_URL to a URL." });
	return prolificApi({
		base: PROLIFIC_API_URL,
		token: PROLIFIC_API_TOKEN,
		fetch: (url, init) => fetch(url, init),
		sleep: (ms) => scheduler.wait(ms),
		mostWaitMs: MOST_WAIT_MS,
	});
}

export function problemOf(failure: ProlificFailure): Problem {
	switch (failure.kind) {
		case "no_token":
			return {
				code: "recruiter_not_connected",
				detail: "Store an API token of Prolific as the Worker's secret PROLIFIC_API_TOKEN.",
			};
		case "forbidden":
			return {
				code: "recruiter_refused",
				detail:
					"Prolific refused the token in PROLIFIC_API_TOKEN. Make a new one, from an account that may see this study.",
			};
		case "not_found":
			return {
				code: "recruiter_refused",
				detail: "Prolific does not know this study, or the token's account may not see it. Check prolificStudy.",
			};
		case "refused":
			return { code: "recruiter_refused", detail: `Prolific refused the request with the status ${failure.status}.` };
		case "unreadable":
			return {
				code: "recruiter_refused",
				detail: "Prolific answered with something other than a list of submissions.",
			};
		case "busy":
			return {
				code: "unavailable",
				detail: "Prolific limits how often it may be asked. Repeat after the seconds in Retry-After.",
				retryAfterSeconds: Math.ceil(failure.retryAfterMs / 1000),
			};
		case "unreachable":
			return { code: "unavailable", detail: "Prolific does not answer. Repeat later.", retryAfterSeconds: 60 };
		case "changing":
			return {
				code: "unavailable",
				detail: "Submissions changed on Prolific while they were read. Repeat in a moment.",
				retryAfterSeconds: 10,
			};
		default:
			return unreachable(failure);
	}
}
