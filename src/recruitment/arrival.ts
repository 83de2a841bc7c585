import { BY_PROLIFIC } from "../personalisation/profile-line.ts";
import type { Protocol } from "../protocol/schema.ts";
import type { Pool } from "../randomisation/client.ts";
import { linkParameters } from "../studies/participant-link.ts";

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

const MAX_ID = 200;

/** A placeholder that the recruiter did not replace (a preview of the link) is nobody. */
const usable = (value: string | undefined): value is string =>
	value !== undefined && value.trim() !== "" && value.length <= MAX_ID && !value.includes("{{");

/** Who opens a landing link; null where the link does not say it. */
export function arrivalByLink(protocol: Protocol, query: Readonly<Record<string, string>>): Arrival | null {
	const names = linkParameters(protocol);
	const externalId = query[names.participant];
	if (!usable(externalId)) return null;
	const known = { study: query[names.study], session: query[names.session] };
	const reference = Object.fromEntries(
		Object.entries(known).filter((entry): entry is [string, string] => usable(entry[1])),
	);
	return {
		source: BY_PROLIFIC,
		externalId: externalId.trim(),
		reference,
		pool: "live",
		attributes: {},
		returnUrl: null,
	};
}

/** Simulated and pilot participants draw from pools of their own, whoever sends them. */
export const poolOf = (source: string): Pool => (source === "simulated" || source === "pilot" ? source : "live");

/**
 * May a participant be sent there afterwards? Origins are compared, not beginnings of text: `https://a.example.evil.org`
 * begins like `https://a.example`.
 */
export function mayReturnTo(protocol: Protocol, returnUrl: string): boolean {
	const origin = originOf(returnUrl);
	return origin !== null && protocol.recruitment.returnUrls.some((allowed) => originOf(allowed) === origin);
}

function originOf(text: string): string | null {
	if (!URL.canParse(text)) return null;
	const { origin, protocol, username, password } = new URL(text);
	if (protocol !== "https:" && protocol !== "http:") return null;
	return username || password ? null : origin;
}
