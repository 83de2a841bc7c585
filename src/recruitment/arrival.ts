import { BY_PROLIFIC } from "../personalisation/profiles/profile-line.ts";
import type { Pool } from "../randomisation/draw/pool.ts";
import type { Attributes, Proof } from "../session/domain/session-arrival.ts";
import type { Problem } from "../shared/problem.ts";
import type { ProlificLink } from "./prolific/prolific-link.ts";

/** The answer to a visitor, and the reason for the count of refusals. Without a reason, the problem's code is counted. */
export type ArrivalRefusal = { readonly problem: Problem; readonly reason?: string };

/** An arriving person, as a recruiter or a survey tool names them. Every way in produces one. */
export type Arrival = {
	readonly source: string;
	readonly externalId: string;
	readonly proof: Proof;
	/** The refusal for somebody without a session, where this proof does not let them begin one. Null where it does. */
	readonly stranger: ArrivalRefusal | null;
	/** The recruiter's own ids, stored with the identity and apart from answers. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Attributes;
	readonly returnUrl: string | null;
};

/** For ways in that carry an identity and nothing else. */
export const NOTHING_SENT = { reference: {}, pool: "live", attributes: {}, returnUrl: null } as const;

/** For arrivals that an API key or a personal link vouches for. */
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
