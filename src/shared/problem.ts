/**
 * Every refusal that leaves the house is one of these (RFC 9457). The list is closed; `/problems/{code}` documents each.
 * Nothing here may be filled from a caught error: a message of a model's server would name the arm.
 */
export const PROBLEMS = {
	malformed_json: [400, "The body is not JSON"],
	invalid_request: [400, "The request is not of the schema"],
	invalid_protocol: [400, "The protocol is not valid"],
	unauthenticated: [401, "No valid credentials"],
	link_refused: [403, "This link opens nothing"],
	forbidden: [403, "These credentials do not reach so far"],
	not_found: [404, "Nothing here"],
	method_not_allowed: [405, "This method is not served here"],
	step_not_current: [409, "This step is not the current one"],
	step_already_answered: [409, "This step has another answer already"],
	step_busy: [409, "A reply is being written"],
	session_ended: [409, "The session has ended"],
	study_exists: [409, "A study of this name exists"],
	study_not_draft: [409, "The study is no longer a draft"],
	study_not_open: [409, "The study takes nobody in now"],
	study_not_openable: [409, "The study cannot open yet"],
	study_state: [409, "The study's state does not allow this"],
	request_in_progress: [409, "The same request is still being worked on"],
	erased: [410, "The session was erased"],
	body_too_large: [413, "The body is too large"],
	unsupported_media_type: [415, "This media type is not read here"],
	idempotency_mismatch: [422, "The Idempotency-Key belongs to another request"],
	too_many_requests: [429, "Too many requests"],
	internal: [500, "Something failed on our side"],
	bad_environment: [500, "The Worker is not configured"],
	unavailable: [503, "Not available at the moment"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Fault = { readonly pointer: string; readonly detail: string };

export type Problem = {
	readonly code: ProblemCode;
	/** What to do about it, in a sentence. */
	readonly detail: string;
	readonly errors?: readonly Fault[];
	/** The step that is current instead, on the 409s of a session. */
	readonly step?: string | null;
	readonly retryAfterSeconds?: number;
};

/** Carries a problem from a handler to the app's one place that writes them. */
export class ProblemError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
		this.name = "ProblemError";
	}
}
