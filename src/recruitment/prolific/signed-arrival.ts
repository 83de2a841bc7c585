import type { Env } from "../../env.ts";
import type { Problem } from "../../shared/problem.ts";
import { linkParameters } from "../../studies/participant-link.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { type Arrival, arrivalByProlific, LINK_REFUSED } from "../arrival.ts";
import { prolificKeys } from "./prolific-keys.ts";
import type { ProlificLink } from "./prolific-link.ts";
import { TOKEN_PARAMETER, verifyProlificLink } from "./prolific-signature.ts";
import type { TokenFailure } from "./prolific-token.ts";

export type SignedLink = {
	readonly link: ProlificLink;
	readonly query: Readonly<Record<string, readonly string[]>>;
	readonly host: string;
	readonly nowMs: number;
};

/**
 * An arrival in a study that requires signed links. A visitor without a valid signature may still be the participant: after a
 * reload the signature is too old, but the browser has the session's cookie.
 */
export async function signedArrival(
	env: Env,
	study: StudyRecord,
	{ link, query, host, nowMs }: SignedLink,
): Promise<Arrival> {
	const [token, ...more] = query[TOKEN_PARAMETER] ?? [];
	const names = linkParameters(study.protocol);
	const expected = { nowMs, host, study, names, link, query };
	const visit = await verifyProlificLink(more.length > 0 ? "two tokens" : token, prolificKeys(env), expected);
	if (!visit.ok) {
		const stranger = { problem: problemOf(visit.error), reason: visit.error };
		const standing = { proof: { kind: "none" }, stranger } as const;
		return arrivalByProlific(link, standing);
	}
	const { submission, ticket } = visit.value;
	const standing = { proof: { kind: "vouched", ticket }, stranger: null } as const;
	return arrivalByProlific({ ...link, submission }, standing);
}

function problemOf(failure: TokenFailure): Problem {
	if (failure === "keys_unavailable") return KEYS_UNAVAILABLE;
	return failure === "unsigned" ? UNSIGNED : LINK_REFUSED;
}

const UNSIGNED: Problem = {
	code: "link_refused",
	detail: "This study requires links that Prolific has signed. Open the study again from Prolific.",
	errors: [
		{
			pointer: `/${TOKEN_PARAMETER}`,
			detail: "Missing. Prolific adds it if the study's external address is secured there.",
		},
	],
};

const KEYS_UNAVAILABLE: Problem = {
	code: "unavailable",
	detail: "Links cannot be verified at the moment. Try again later. No session was started.",
	retryAfterSeconds: 30,
};
