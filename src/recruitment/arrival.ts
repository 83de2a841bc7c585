import { BY_PROLIFIC } from "../personalisation/profile-line.ts";
import type { Pool } from "../randomisation/pool.ts";
import type { ProlificLink } from "./prolific-link.ts";

/** Somebody who arrives, as a recruiter or a survey tool names them. Every way in comes down to one of these. */
export type Arrival = {
	readonly source: string;
	readonly externalId: string;
	/** By a key, or by a signature that says who it is. A link by itself only claims it. */
	readonly vouched: boolean;
	/** What the recruiter sent along: kept with the identity, apart from what people say. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Readonly<Record<string, string | number | boolean>>;
	readonly returnUrl: string | null;
};

/** Of a way in that says nothing but who it is. */
export const NOTHING_SENT = { reference: {}, pool: "live", attributes: {}, returnUrl: null } as const;

export const arrivalByProlific = ({ participant, study, submission }: ProlificLink): Arrival => ({
	...NOTHING_SENT,
	source: BY_PROLIFIC,
	externalId: participant,
	vouched: false,
	reference: { ...(study !== null && { study }), ...(submission !== null && { session: submission }) },
});
