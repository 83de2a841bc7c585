import { BY_PROLIFIC } from "../personalisation/profile-line.ts";
import type { Pool } from "../randomisation/pool.ts";
import type { Attributes, Proof } from "../session/arriving.ts";
import type { Problem } from "../shared/problem.ts";
import type { ProlificLink } from "./prolific-link.ts";

/** What a visitor is told, and why, for the count of refusals: nothing of it where the problem's code says it. */
export type Refusal = { readonly problem: Problem; readonly reason?: string };

/** Somebody who arrives, as a recruiter or a survey tool names them. Every way in comes down to one of these. */
export type Arrival = {
	readonly source: string;
	readonly externalId: string;
	readonly proof: Proof;
	/** What a stranger is told who cannot begin with this proof; null where they can. */
	readonly stranger: Refusal | null;
	/** What the recruiter sent along: kept with the identity, apart from what people say. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Attributes;
	readonly returnUrl: string | null;
};

/** Of a way in that says nothing but who it is. */
export const NOTHING_SENT = { reference: {}, pool: "live", attributes: {}, returnUrl: null } as const;

/** Of an arrival that a key or a personal link vouches for. */
export const VOUCHED = { proof: { kind: "vouched", ticket: null }, stranger: null } as const;

/** Of an arrival that is taken at its word. */
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
