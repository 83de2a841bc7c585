/**
 * All refusals that the Worker sends (RFC 9457). The list is closed; `/problems/{code}` documents each. Never fill these texts
 * from a caught error: a model server's message could name the arm.
 */
export const PROBLEMS = {
	malformed_json: [400, "The body is not JSON"],
	invalid_request: [400, "The request does not match the schema"],
	invalid_protocol: [400, "The protocol is not valid"],
	unauthenticated: [401, "No valid credentials"],
	link_refused: [403, "This link is not accepted"],
	forbidden: [403, "Insufficient scope"],
	not_found: [404, "Nothing here"],
	method_not_allowed: [405, "This method is not allowed here"],
	step_not_current: [409, "This step is not the current one"],
	step_already_answered: [409, "This step already has another answer"],
	step_busy: [409, "A reply is being written"],
	session_ended: [409, "The session has ended"],
	study_exists: [409, "A study of this name exists"],
	study_not_draft: [409, "The study is no longer a draft"],
	study_not_open: [409, "The study takes no new participants now"],
	study_not_openable: [409, "The study cannot open yet"],
	study_state: [409, "The study's state does not allow this"],
	request_in_progress: [409, "The same request is still in progress"],
	erased: [410, "The session was erased"],
	body_too_large: [413, "The body is too large"],
	unsupported_media_type: [415, "This media type is not supported"],
	idempotency_mismatch: [422, "The Idempotency-Key belongs to another request"],
	too_many_requests: [429, "Too many requests"],
	internal: [500, "Internal error"],
	bad_environment: [500, "The Worker is not configured"],
	unavailable: [503, "Not available at the moment"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Fault = { readonly pointer: string; readonly detail: string };

export type Problem = {
	readonly code: ProblemCode;
	/** Tells the caller what to do, in one sentence. */
	readonly detail: string;
	readonly errors?: readonly Fault[];
	/** The step that is current instead, for the 409 problems of a session. */
	readonly step?: string | null;
	readonly retryAfterSeconds?: number;
};

/** Carries a problem from a handler to the one function that writes problem responses. */
export class ProblemError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
		this.name = "ProblemError";
	}
}
