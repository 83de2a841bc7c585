import { z } from "zod";
import type { Ticket } from "../../session/domain/session-arrival.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ProlificLink } from "./prolific-link.ts";

/** Why a signed link is refused. Researchers see it in the count of refusals; visitors do not. */
export type TokenFailure =
	| "unsigned"
	| "invalid"
	| "expired"
	| "unknown_key"
	| "other_audience"
	| "mismatch"
	| "keys_unavailable";

/** The payload of `prolific_token`, after `is_external_study_url_secure` in Prolific's API reference. */
export const tokenClaims = z.object({
	sub: z.string().min(1).max(200).describe("The submission's id."),
	iat: z.number(),
	exp: z.number(),
	aud: z.union([z.string(), z.array(z.string())]).describe("The study's address, with its query."),
	prolific: z.record(z.string(), z.unknown()).describe("The parameters of the link, and the workspace of the study."),
});

export type TokenClaims = z.output<typeof tokenClaims>;

export type Expected = {
	readonly nowMs: number;
	/** The host of this Worker, with its port if that is not the default. */
	readonly host: string;
	readonly study: { readonly id: string; readonly slug: string };
	/** Names of the link's parameters. */
	readonly names: { readonly participant: string; readonly study: string; readonly session: string };
	readonly link: ProlificLink;
	readonly query: Readonly<Record<string, readonly string[]>>;
};

export type SignedVisit = { readonly submission: string; readonly ticket: Ticket };

/** Prolific's tokens are valid for two minutes. A token is refused after five minutes, even if its `exp` is later. */
const LONGEST_LIFE_S = 300;
const CLOCK_SKEW_S = 60;

/** Compares a token's claims with its link. The signature and `exp` have been verified before. */
export function confirmToken(claims: TokenClaims, expected: Expected): Result<SignedVisit, TokenFailure> {
	const ageS = expected.nowMs / 1000 - claims.iat;
	if (ageS < -CLOCK_SKEW_S) return err("invalid");
	if (ageS > LONGEST_LIFE_S) return err("expired");
	if (![claims.aud].flat().some((audience) => isOurs(audience, expected))) return err("other_audience");
	if (!agrees(claims, expected)) return err("mismatch");
	// Tokens have no id. Two tokens for one submission in the same second count as one.
	const ticket = {
		id: `${claims.sub} ${claims.iat}`,
		expiresAtMs: (claims.iat + LONGEST_LIFE_S + CLOCK_SKEW_S) * 1000,
	};
	return ok({ submission: claims.sub, ticket });
}

/** Compares only the host, because the rest of an address can be written in several ways. A study in the path must be this one. */
function isOurs(audience: string, { host, study }: Expected): boolean {
	if (!URL.canParse(audience)) return false;
	const url = new URL(audience);
	const [, named] = /^\/p\/([^/]+)\/?$/.exec(url.pathname) ?? [];
	return url.host === host && (named === undefined || named === study.slug || named === study.id);
}

/** Signed claims about the workspace, which are not parameters of the link. */
const NOT_IN_LINKS = ["workspace_id", "organisation_id"];

function agrees({ sub, prolific }: TokenClaims, { names, link, query }: Expected): boolean {
	const signed = (name: string): unknown => (Object.hasOwn(prolific, name) ? prolific[name] : undefined);
	if (signed(names.participant) !== link.participant) return false;
	if (link.study !== null && signed(names.study) !== link.study) return false;
	if (link.submission !== null && link.submission !== sub) return false;
	return Object.entries(prolific).every(([name, value]) => {
		if (NOT_IN_LINKS.includes(name)) return true;
		if (name === names.session && value !== sub) return false;
		const plain = query[name] ?? [];
		return plain.every((text) => text === value);
	});
}
