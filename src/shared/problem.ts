/**
 * Every refusal by the HTTP API (RFC 9457). The list is closed; `/problems/{code}` documents each one.
 * No text may come from a caught error, because a model server's message could name the arm.
 */
export const PROBLEMS = {
	malformed_json: [400, "The body is not JSON"],
	invalid_request: [400, "The request is not valid"],
	invalid_protocol: [400, "The protocol is not valid"],
	unauthenticated: [401, "No valid credentials"],
	link_refused: [403, "The link was refused"],
	forbidden: [403, "Insufficient scope"],
	not_found: [404, "Not found"],
	method_not_allowed: [405, "Method not allowed"],
	step_not_current: [409, "This step is not the current one"],
	step_already_answered: [409, "This step already has another answer"],
	step_busy: [409, "A reply is being written"],
	session_ended: [409, "The session has ended"],
	place_not_reserved: [409, "The session holds no reserved place"],
	study_exists: [409, "A study with this slug exists"],
	study_not_draft: [409, "The study is no longer a draft"],
	study_not_open: [409, "The study accepts no new participants"],
	study_not_openable: [409, "The study cannot open yet"],
	study_state: [409, "The study's state does not allow this"],
	recruiter_not_connected: [409, "The recruiter's API is not connected"],
	recruiter_refused: [409, "The recruiter's API refused the request"],
	request_in_progress: [409, "The same request is still in progress"],
	erased: [410, "The session was erased"],
	body_too_large: [413, "The body is too large"],
	unsupported_media_type: [415, "Unsupported media type"],
	idempotency_mismatch: [422, "The Idempotency-Key belongs to another request"],
	too_many_requests: [429, "Too many requests"],
	internal: [500, "Internal error"],
	bad_environment: [500, "The Worker is not configured correctly"],
	unavailable: [503, "Temporarily unavailable"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Fault = { readonly pointer: string; readonly detail: string };

export type Problem = {
	readonly code: ProblemCode;
	/** What is wrong or what to do about it, in a sentence. */
	readonly detail: string;
	readonly errors?: readonly Fault[];
	/** In a session's 409 responses: the current step, null once the session has ended. */
	readonly step?: string | null;
	readonly retryAfterSeconds?: number;
	/** A page says that the fault is ours, and not that the study takes in nobody new. */
	readonly isOurs?: true;
};

/** A request whose faults are all in `errors`. */
export const invalidRequest = (errors: readonly Fault[]): Problem => ({
	code: "invalid_request",
	detail: "Correct every fault that `errors` lists, then send the request again.",
	errors,
});

/** A handler throws this. `app/write-problem.ts` turns it into the response. */
export class ProblemError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
		this.name = "ProblemError";
	}
}
