import { PROBLEMS, type ProblemCode } from "../shared/problem.ts";

/** What each problem means and what to do about it: a new code does not compile without its documentation. */
export const PROBLEM_DOCS: Readonly<Record<ProblemCode, string>> = {
	malformed_json:
		"The body could not be parsed as JSON. Send one JSON value, in UTF-8, with `Content-Type: application/json`.",
	invalid_request:
		"The body or the query is JSON, but not as this call takes it. `errors` holds one entry for each fault, with an RFC 6901 pointer into the body (or to the query parameter) and what is wrong there.",
	invalid_protocol:
		"The protocol has faults. `errors` holds all of them at once, each with its pointer: fields that do not exist, values out of range, names that nothing defines.",
	unauthenticated:
		"There are no credentials, or they are unknown or revoked. Researchers send an API key, `Authorization: Bearer xo_…`; a session takes its own token, as Bearer or as the cookie that the landing link sets.",
	link_refused:
		"The link does not admit its visitor. It may lack a valid signature, be too old, have been used before, or name a participant without proof that the visitor is that participant. The answer does not say which, nor whether the participant is known. Open the study again from the recruiter's page.",
	forbidden:
		"The API key is valid, but lacks the scope that `detail` names. Ask somebody with the scope `admin` for another key.",
	not_found:
		"There is nothing at this address, or nothing that these credentials may know of. Neither is told from the other on purpose.",
	method_not_allowed: "The address exists, but not with this method. The header `Allow` lists those that it takes.",
	step_not_current:
		"The answer is for a step that is not, or no longer, the session's current one. `step` names the one that is current (null when the session has ended): get the session and show that.",
	step_already_answered:
		"This step was answered before, with another answer. The first one stands. `step` names the current step. The same answer again would have been accepted and given the same result.",
	step_busy:
		"A reply is being written. Follow its stream or poll the session until the step is no longer `generating`.",
	session_ended: "The session has ended and takes no more answers. Its view says how it ended and where to go.",
	study_exists:
		"Another study has this slug. A slug is never used twice. To change a study that has opened, post the changed protocol under a new slug.",
	study_not_draft:
		"Only a draft can be changed: once a study opens, its protocol is immutable, so that every session of it ran on the same one. Post the changed protocol as a new study.",
	study_not_open:
		"The study takes in nobody at the moment: it is a draft, paused, or closed. Who is in it already can go on.",
	study_not_openable:
		"The study cannot open yet. `errors` lists all that is missing, each with its pointer into the protocol: exits without a code, parts that nothing serves, endpoints without a configuration.",
	study_state:
		"The study's state does not allow this: a draft cannot be paused or closed, and a closed study does not open again.",
	request_in_progress:
		"The first request with this Idempotency-Key has not been answered yet. Repeat after `Retry-After` seconds.",
	erased: "The participant withdrew and asked for the data to be erased. Nothing of the session is left.",
	body_too_large:
		"A body may have 64 KiB, and an answer to a step 1 MiB. Profiles are streamed and have no such limit.",
	unsupported_media_type: "The body has a media type that this call does not read. Send `application/json`.",
	idempotency_mismatch:
		"This Idempotency-Key came with another request (another path or another body) within 24 hours. Use a fresh key for a new request.",
	too_many_requests:
		"Too many requests came from one address, for one study, by one API key or for one session. Repeat after `Retry-After` seconds. The operator can raise the limits.",
	internal: "Something failed on our side. Repeating is safe. If it fails again, tell the operator the `requestId`.",
	bad_environment:
		"The Worker lacks a binding that it needs. The operator finds which one in the log, under the `requestId`.",
	unavailable: "A part that this call needs does not answer at the moment. Repeat after a while; repeating is safe.",
};

const CODES = Object.keys(PROBLEM_DOCS).filter((code): code is ProblemCode => code in PROBLEM_DOCS);

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** `docs/reference/problems.md`, written by `npm run generate:openapi`. */
export function problemsMarkdown(): string {
	const sections = CODES.map((code) => {
		const [status, title] = PROBLEMS[code];
		return `## \`${code}\`\n\n**${status}** · ${title}\n\n${PROBLEM_DOCS[code]}\n`;
	});
	return `# Problems\n\nEvery refusal is \`application/problem+json\` (RFC 9457) with one of these codes. The list is closed. This file is generated.\n\n${sections.join("\n")}`;
}
