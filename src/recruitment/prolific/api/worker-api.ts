import { z } from "zod";
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

/** What was asked of Prolific. */
export type Asked = "submissions" | "draft" | "group";

const NOT_FOUND: Readonly<Record<Asked, string>> = {
	submissions: "Prolific does not know this study, or the token's account may not see it. Check prolificStudy.",
	draft: "Prolific does not know the project, a group or a study, or the token's account may not see it.",
	group: "Prolific does not know this group, workspace or project, or the token's account may not see it.",
};

const UNREACHABLE: Readonly<Record<Asked, string>> = {
	submissions: "Prolific does not answer. Repeat later.",
	draft: "Prolific did not answer. Look there whether it made the draft, before you repeat this.",
	group: "Prolific did not answer. Look there whether it made the group, before you repeat this.",
};

export function problemOf(failure: ProlificFailure, asked: Asked): Problem {
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
			return { code: "recruiter_refused", detail: NOT_FOUND[asked] };
		case "refused":
			return { code: "recruiter_refused", detail: refusal(failure, asked) };
		case "unreadable":
			return {
				code: "recruiter_refused",
				detail: "Prolific answered with something that this Worker does not know.",
			};
		case "busy":
			return {
				code: "unavailable",
				detail: "Prolific limits how often it may be asked. Repeat after the seconds in Retry-After.",
				retryAfterSeconds: Math.ceil(failure.retryAfterMs / 1000),
			};
		case "unreachable":
			return { code: "unavailable", detail: UNREACHABLE[asked], retryAfterSeconds: 60 };
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

type Refusal = Extract<ProlificFailure, { kind: "refused" }>;

/** Prolific's own reason only for a draft: such a request names no participant, so its answer names none. */
function refusal({ status, detail }: Refusal, asked: Asked): string {
	const reason = asked === "draft" ? reasonIn(detail) : null;
	return `Prolific refused the request with the status ${status}${reason === null ? "." : `: ${reason}`}`;
}

const LONGEST_REASON = 500;

function reasonIn(text: string): string | null {
	try {
		const { error } = z.looseObject({ error: z.looseObject({ detail: z.unknown() }) }).parse(JSON.parse(text));
		const reason = typeof error.detail === "string" ? error.detail : JSON.stringify(error.detail);
		return reason ? reason.slice(0, LONGEST_REASON) : null;
	} catch {
		return null;
	}
}
