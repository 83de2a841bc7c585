import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keysFor, type SecretBindings } from "../../crypto/secrets.ts";
import { base32 } from "../../shared/id.ts";
import { sameText } from "../../shared/same-text.ts";

declare const checked: unique symbol;

/** The id of a session that there is, as far as can be known without asking it. Its object may be woken. */
export type SessionId = string & { readonly [checked]: true };

/** `se_`, the 24 characters that name the session's object, and 16 of a MAC over them. Ids from before MACs have none. */
export const SESSION_ID = /^se_[0-9a-z]{24}([0-9a-z]{16})?$/;
const NAME_LENGTH = 27;
/** In base 32: 80 bits. */
const MAC_LENGTH = 16;

/** The name of a session's object. The same with and without a MAC, so that nobody has a second session when MACs begin. */
export const objectNameOf = (sessionId: string): string => sessionId.slice(0, NAME_LENGTH);

/** The id under which a new session begins. Without a secret it is the name alone. */
export function newSessionId(name: string, bindings: SecretBindings): SessionId {
	const [key] = keysFor(bindings, "session ids");
	return recorded(key ? name + macOf(name, key) : name);
}

/** Of an id that stands in our own records. */
export const recorded = (sessionId: string): SessionId => sessionId as SessionId;

/** Whether one of the Worker's secrets made this id. */
export function isIssued(sessionId: string, bindings: SecretBindings): boolean {
	const [name, mac] = [objectNameOf(sessionId), sessionId.slice(NAME_LENGTH)];
	return keysFor(bindings, "session ids").some((key) => sameText(mac, macOf(name, key)));
}

const macOf = (name: string, key: Uint8Array): string =>
	base32(hmac(sha256, key, new TextEncoder().encode(name)), MAC_LENGTH);
