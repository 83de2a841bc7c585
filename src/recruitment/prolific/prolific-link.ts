import { ANY_FORMAT, asSentence, type IdRules, idFault, idRules } from "../../access/participant-id/participant-id.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { linkParameters } from "../../studies/participant-link.ts";

/** The identity that a Prolific link claims. Only a signature proves it. */
export type ProlificLink = {
	readonly participant: string;
	/** Prolific's ids of its study and of the submission. */
	readonly study: string | null;
	readonly submission: string | null;
};

type Query = Readonly<Record<string, readonly string[]>>;

/** Reads the link's parameters by the names that the study gives them. Returns all faults, each with its parameter. */
export function readProlificLink(study: Pick<Protocol, "recruitment">, query: Query): Result<ProlificLink, Fault[]> {
	const names = linkParameters(study);
	const rules = idRules(study);
	const participant = parameter(query, names.participant, rules);
	const reference = { ...rules, hasFormat: ANY_FORMAT.hasFormat };
	const [of, submission] = [names.study, names.session].map((name) =>
		query[name] === undefined ? ok(null) : parameter(query, name, reference),
	);
	const faults = [participant, of, submission].flatMap((read) => (read && !read.ok ? [read.error] : []));
	if (!participant.ok || !of?.ok || !submission?.ok) return err(faults);
	return ok({ participant: participant.value, study: of.value, submission: submission.value });
}

/** A repeated parameter is refused, because either of its values could be meant. */
function parameter(query: Query, name: string, rules: IdRules): Result<string, Fault> {
	const [value = "", ...more] = query[name] ?? [];
	const fault = more.length > 0 ? "give this parameter once" : idFault(value.trim(), rules);
	return fault === null ? ok(value.trim()) : err({ pointer: pointer([name]), detail: asSentence(fault) });
}
