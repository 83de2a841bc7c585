import { fromBase64, toBase64 } from "../../shared/base64.ts";
import type { RandomBytes } from "../../shared/id.ts";

/** A signing secret. `untilMs` is null for the current one. A replaced one signs too until then. */
export type Secret = { readonly secret: string; readonly untilMs: number | null };

const PREFIX = "whsec_";
/** Standard Webhooks asks for 24 to 64. */
const BYTES = 32;
/** How long a replaced secret signs beside its successor, so that the receiver has time to change. */
export const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** Each one adds a signature to every message. */
const MOST_SECRETS = 3;

export const newSecret = (random: RandomBytes): Secret => ({
	secret: PREFIX + toBase64(random(BYTES)),
	untilMs: null,
});

/** The key of the HMAC: the decoded bytes, not the text. */
export const keyOf = ({ secret }: Secret): Uint8Array => fromBase64(secret.slice(PREFIX.length));

/** The secrets that sign at this time, the current one first. */
export const signingSecrets = (secrets: readonly Secret[], nowMs: number): Secret[] =>
	secrets.filter(({ untilMs }) => untilMs === null || untilMs > nowMs);

/** The new secret first. The ones before keep signing for a day, the latest ones if there are many. */
export const rotated = (secrets: readonly Secret[], fresh: Secret, nowMs: number): Secret[] =>
	[
		fresh,
		...signingSecrets(secrets, nowMs).map(({ secret, untilMs }) => ({
			secret,
			untilMs: untilMs ?? nowMs + OVERLAP_MS,
		})),
	].slice(0, MOST_SECRETS);
