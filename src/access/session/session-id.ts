import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sameText } from "../../crypto/same-text.ts";
import { keysFor, type SecretBindings } from "../../crypto/secrets.ts";
import { base32 } from "../../shared/id.ts";

declare const checked: unique symbol;

/** The id of a session that exists, by its MAC or by D1. Only such an id may wake a session's object. */
export type SessionId = string & { readonly [checked]: true };

/** `se_`, 24 characters that name the session's object, and a MAC of 16 characters. Old ids have no MAC. */
export const SESSION_ID = /^se_[0-9a-z]{24}([0-9a-z]{16})?$/;
const NAME_LENGTH = 27;
/** 16 characters of base 32 are 80 bits. */
const MAC_LENGTH = 16;

/** The name of a session's object. It does not include the MAC, so that old ids without one keep their session. */
export const objectNameOf = (sessionId: string): string => sessionId.slice(0, NAME_LENGTH);

/** The id of a new session. If the Worker has no secret, it is only the object's name. */
export function newSessionId(name: string, bindings: SecretBindings): SessionId {
	const [key] = keysFor(bindings, "session ids");
	return recorded(key ? name + macOf(name, key) : name);
}

/** Marks an id from our own records as checked. */
export const recorded = (sessionId: string): SessionId => sessionId as SessionId;

/** Whether the id has a MAC of one of the Worker's secrets. */
export function isIssued(sessionId: string, bindings: SecretBindings): boolean {
	const [name, mac] = [objectNameOf(sessionId), sessionId.slice(NAME_LENGTH)];
	return keysFor(bindings, "session ids").some((key) => sameText(mac, macOf(name, key)));
}

const macOf = (name: string, key: Uint8Array): string =>
	base32(hmac(sha256, key, new TextEncoder().encode(name)), MAC_LENGTH);
