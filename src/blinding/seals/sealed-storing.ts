import type { Cipher } from "../../crypto/cipher.ts";
import type { Sealed } from "./sealed.ts";

/** A sealed value as the text that it is at run time, for storage only. A test checks which files import this one, as for `unseal.ts`. */
export const storedSeal = <T>(sealed: Sealed<T>): string => sealed as unknown as string;

/** A sealed value as it was stored. */
export const sealedFrom = <T>(stored: string): Sealed<T> => stored as unknown as Sealed<T>;

/** The same value, encrypted with the Worker's current secret. */
export function resealed<T>(sealed: Sealed<T>, cipher: Cipher): Sealed<T> {
	const stored = storedSeal(sealed);
	return cipher.isCurrent(stored) ? sealed : sealedFrom<T>(cipher.seal(cipher.open(stored)));
}
