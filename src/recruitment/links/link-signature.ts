import { sameText } from "../../crypto/same-text.ts";
import { signatureOf } from "../../crypto/signed-query.ts";
import type { Ticket } from "../../session/domain/session-arrival.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Query } from "./source-link.ts";

export const SIGNATURE_PARAMETER = "sig";

/** Why a signed link is refused. Researchers see it in the count of refusals; visitors do not. */
export type SignatureFailure = "unsigned" | "invalid" | "no_key";

/** These links do not expire, so the session remembers them for good. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Verifies the signature over all other parameters. The same parameters always make the same link, which works once. */
export function verifyLink(query: Query, key: string | null): Result<Ticket, SignatureFailure> {
	const [signature, ...more] = query[SIGNATURE_PARAMETER] ?? [];
	if (signature === undefined || signature === "") return err("unsigned");
	if (key === null) return err("no_key");
	const signed = Object.entries(query)
		.filter(([name]) => name !== SIGNATURE_PARAMETER)
		.flatMap(([name, values]) => values.map((value) => [name, value] as const));
	const expected = signatureOf(key, signed);
	const isValid = more.length === 0 && sameText(signature.toLowerCase(), expected);
	return isValid ? ok({ id: expected, expiresAtMs: NEVER }) : err("invalid");
}
