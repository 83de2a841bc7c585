import { PROBLEMS, type ProblemCode } from "../shared/problem.ts";

/** What each problem means and what to do about it. A new code does not compile without an entry here. */
export const PROBLEM_DOCS: Readonly<Record<ProblemCode, string>> = {
	malformed_json: "The body is not valid JSON. Send one JSON value in UTF-8, with `Content-Type: application/json`.",
	invalid_request:
		"The body or the query does not match the schema of this operation. `errors` has one entry for each fault: an RFC 6901 pointer into the body (or to the query parameter) and a description.",
	invalid_protocol:
		"The protocol has faults, such as unknown fields, values out of range, or references to undefined names. `errors` lists all of them with their pointers.",
	unauthenticated:
		"The credentials are missing, unknown or revoked. Researchers send an API key as `Authorization: Bearer xo_…` or `X-API-Key: xo_…`, and not two different ones. A participant's client sends the session's token, as a bearer token or as the cookie that the landing link sets.",
	link_refused:
		"The link was not accepted. Its signature may be missing or not valid, it may be too old or already used, or it names a participant without proof that the visitor is that participant. The response never says whether the participant is known; `pointers` names what is wrong with the link itself. Open the study again from the recruiter's page.",
	forbidden:
		"The API key is valid, but it lacks the scope that `detail` names. Ask a researcher whose key has the scope `admin` for another key.",
	not_found:
		"Nothing exists at this address, or these credentials give no access to it. The response is the same in both cases, so that it does not reveal what exists.",
	method_not_allowed:
		"The address exists, but it does not support this method. The `Allow` header lists the supported methods.",
	step_not_current:
		"The answer is for a step that is not the session's current step. `step` names the current step (null when the session has ended). Get the session and show that step.",
	step_already_answered:
		"This step already has a different answer, which is kept. `step` names the current step. Repeating the same answer is accepted and gives the same result.",
	step_busy:
		"A reply is being written. Follow its stream or poll the session until the step is no longer `generating`.",
	session_ended:
		"The session has ended and accepts no more answers. Its view says how it ended and where the participant goes next.",
	place_not_reserved:
		"A place is reserved from randomisation to the first message, in the live pool. Before and after that there is nothing to release: end the session instead, and its place is free at once.",
	study_exists:
		"Another study has this slug, and a slug is used only once. To change a study that has opened, post the changed protocol under a new slug.",
	study_not_draft:
		"Only a draft can be changed. When a study opens, its protocol becomes immutable, so that all its sessions run on the same protocol. Post the changed protocol as a new study.",
	study_not_open:
		"The study accepts no new participants, because it is a draft, paused or closed. Sessions that have begun can continue.",
	study_not_openable:
		"The study cannot open yet. `errors` lists what is missing, with pointers into the protocol: for example, exits without a completion code, parts that this Worker does not support, or endpoints without a configuration.",
	study_state:
		"The study's state does not allow this operation. For example, a draft cannot be paused or closed, a closed study cannot open again, and a study that does not recruit on Prolific gets no draft there.",
	recruiter_not_connected:
		"This operation uses Prolific's API, and the Worker has no key for it. Make an API token in Prolific's settings, and store it as the Worker's secret `PROLIFIC_API_TOKEN`.",
	recruiter_refused:
		"Prolific answered, but not with what this operation needs. `detail` says why: the token is wrong or may not do this, Prolific does not know an id, or it does not accept a draft.",
	request_in_progress:
		"The first request with this Idempotency-Key is still in progress. Repeat after `Retry-After` seconds.",
	erased: "The participant withdrew and asked for erasure. The session's texts and answers were deleted.",
	body_too_large:
		"The body is larger than 64 KiB, or than 1 MiB for an answer to a step. Uploads of profiles and adapters are streamed and have no such limit.",
	unsupported_media_type: "This operation does not accept the body's media type. Send `application/json`.",
	idempotency_mismatch:
		"This Idempotency-Key was used within the last 24 hours for a different request, with another path or another body. Use a new key for each new request.",
	too_many_requests:
		"There were too many requests from one address, for one study, with one API key or for one session. Repeat after `Retry-After` seconds. The operator can raise the limits.",
	internal:
		"The Worker failed. It is safe to repeat the request. If it fails again, tell the operator the `requestId`.",
	bad_environment:
		"A variable, secret or binding of the Worker is missing or not valid. `detail` names it and says what to set. Tell the operator.",
	unavailable:
		"A service that this operation needs does not respond at the moment. It is safe to repeat the request later.",
};

const CODES = Object.keys(PROBLEM_DOCS).filter((code): code is ProblemCode => code in PROBLEM_DOCS);

/** `docs/reference/problems.md`, written by `npm run generate:openapi`. */
export function problemsMarkdown(): string {
	const sections = CODES.map((code) => {
		const [status, title] = PROBLEMS[code];
		return `## \`${code}\`\n\n**${status}** · ${title}\n\n${PROBLEM_DOCS[code]}\n`;
	});
	return `# Problems\n\nEvery error response is \`application/problem+json\` (RFC 9457) with one of these codes. There are no other codes. This file is generated.\n\n${sections.join("\n")}`;
}
