import { idRules } from "../access/participant-id/participant-id.ts";
import { personFault } from "../personalisation/profiles/people.ts";
import { BY_PROLIFIC } from "../personalisation/profiles/profile-line.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { type Pool, poolOf } from "../randomisation/draw/pool.ts";
import type { Attributes, Proof } from "../session/domain/session-arrival.ts";
import type { Problem } from "../shared/problem.ts";
import type { ProlificLink } from "./prolific/prolific-link.ts";

/** The problem for the visitor, and the reason under which the refusal is counted. The default reason is the problem's code. */
export type ArrivalRefusal = { readonly problem: Problem; readonly reason?: string };

/** A visit, with the participant's id at a recruiter or survey tool. Landing links, personal links and the API all produce one. */
export type Arrival = {
	readonly source: string;
	readonly externalId: string;
	readonly proof: Proof;
	/** The refusal for a visitor without a session, if this proof is not enough to start one. Null if it is. */
	readonly stranger: ArrivalRefusal | null;
	/** The recruiter's own ids. They are stored with the identity, separate from answers. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Attributes;
	readonly returnUrl: string | null;
};

type Person = Pick<Arrival, "source" | "externalId" | "pool">;

/** Why a person cannot arrive under this id. Tests and previews of a survey tool need not have the study's id format. */
export const arrivingPersonFault = (
	protocol: Pick<Protocol, "recruitment">,
	{ source, externalId, pool }: Person,
): string | null => personFault({ id: externalId, source: pool === "live" ? source : pool }, idRules(protocol));

/**
 * The source from which pseudonyms are made. A person who tested the study by a preview of the survey tool is another
 * participant than the same person later. The space keeps these names apart from those of tools.
 */
export const pseudonymousSource = ({ source, pool }: Pick<Arrival, "source" | "pool">): string =>
	pool === poolOf(source) ? source : `${pool} of ${source}`;

/** For links whose signature does not count. All failures get this one, because details of the check would help only a forger. */
export const LINK_REFUSED: Problem = {
	code: "link_refused",
	detail: "Open the study again from the page where you found it.",
};

/** For arrivals that carry only an identity. */
export const NOTHING_SENT = { reference: {}, pool: "live", attributes: {}, returnUrl: null } as const;

/** For arrivals with an API key or by a personal link. */
export const VOUCHED = { proof: { kind: "vouched", ticket: null }, stranger: null } as const;

/** For arrivals by an unsigned link. */
export const CLAIMED = { proof: { kind: "claimed" }, stranger: null } as const;

export const arrivalByProlific = (
	{ participant, study, submission }: ProlificLink,
	standing: Pick<Arrival, "proof" | "stranger">,
): Arrival => ({
	...NOTHING_SENT,
	...standing,
	source: BY_PROLIFIC,
	externalId: participant,
	reference: { ...(study !== null && { study }), ...(submission !== null && { session: submission }) },
});
