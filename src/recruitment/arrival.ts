import { BY_PROLIFIC } from "../personalisation/profile-line.ts";
import { originOf } from "../protocol/origin.ts";
import type { Protocol } from "../protocol/schema.ts";
import type { Pool } from "../randomisation/pool.ts";
import type { Fault } from "../shared/problem.ts";
import { ok, type Result } from "../shared/result.ts";
import { readProlificLink } from "./prolific-link.ts";

/** Somebody who came, as a recruiter or a survey tool names them. */
export type Arrival = {
	readonly source: string;
	readonly externalId: string;
	/** What the recruiter sent along: kept with the identity, apart from what people say. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Readonly<Record<string, string | number | boolean>>;
	readonly returnUrl: string | null;
};

/** An arrival by Prolific's link. */
export function arrivalByLink(
	protocol: Protocol,
	query: Readonly<Record<string, readonly string[]>>,
): Result<Arrival, Fault[]> {
	const link = readProlificLink(protocol, query);
	if (!link.ok) return link;
	const { participant, study, submission } = link.value;
	return ok({
		source: BY_PROLIFIC,
		externalId: participant,
		reference: { ...(study !== null && { study }), ...(submission !== null && { session: submission }) },
		pool: "live",
		attributes: {},
		returnUrl: null,
	});
}

/**
 * May a participant be sent there afterwards? Origins are compared, not beginnings of text: `https://a.example.evil.org`
 * begins like `https://a.example`.
 */
export function mayReturnTo(protocol: Protocol, returnUrl: string): boolean {
	const origin = originOf(returnUrl);
	return origin !== null && protocol.recruitment.returnUrls.some((allowed) => originOf(allowed) === origin);
}
