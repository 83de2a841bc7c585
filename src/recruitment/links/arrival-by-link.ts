import { findLinkKey } from "../../access/keys/link-keys.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { type Arrival, type ArrivalRefusal, CLAIMED, LINK_REFUSED, NOTHING_SENT } from "../arrival.ts";
import { type SignatureFailure, verifyLink } from "./link-signature.ts";
import { type Query, readSourceLink, sourceOf } from "./source-link.ts";

/**
 * The arrival by a link of a source. Without a valid signature, where one is required, the visitor may still be the participant:
 * a link works once, but the browser has the session's cookie. Nothing else of such a link counts.
 */
export async function arrivalByLink(
	env: Env,
	study: StudyRecord,
	{ source, query }: { readonly source: string; readonly query: Query },
): Promise<Result<Arrival, ArrivalRefusal>> {
	const entry = sourceOf(study.protocol, source);
	if (!entry) return err({ problem: NO_SOURCE, reason: "no_landing_link" });
	const link = readSourceLink(study.protocol, source, entry, query);
	if (!link.ok) return err({ problem: { ...INCOMPLETE_LINK, errors: link.error }, reason: "unusable_id" });
	if (!entry.signed) return ok({ reference: {}, source, ...CLAIMED, ...link.value });
	const key = await findLinkKey(database(env.DB), env, { studyId: study.id, source });
	const ticket = verifyLink(query, key);
	if (ticket.ok)
		return ok({
			reference: {},
			source,
			proof: { kind: "vouched", ticket: ticket.value },
			stranger: null,
			...link.value,
		});
	const { externalId, pool } = link.value;
	const stranger = { problem: problemOf(ticket.error), reason: ticket.error };
	return ok({ ...NOTHING_SENT, source, externalId, pool, proof: { kind: "none" }, stranger });
}

const NO_SOURCE: Problem = {
	code: "not_found",
	detail: "This study has no such link: look for its source in the protocol's recruitment.links.",
};

const INCOMPLETE_LINK: Problem = {
	code: "invalid_request",
	detail: "The link is not complete. Open the study from the page where you found it.",
};

const problemOf = (failure: SignatureFailure): Problem => (failure === "unsigned" ? UNSIGNED : LINK_REFUSED);

const UNSIGNED: Problem = {
	code: "link_refused",
	detail: "This study requires signed links. Open the study again from the page where you found it.",
	errors: [{ pointer: "/sig", detail: "Missing. The survey tool's server adds it." }],
};
