import type { Cipher } from "../../crypto/cipher.ts";
import type { Sealed } from "./sealed.ts";

/** A sealed value as the text that it is at run time: to be stored, not to be shown. Who imports this file is checked, as of `unseal.ts`. */
export const storedSeal = <T>(sealed: Sealed<T>): string => sealed as unknown as string;

/** What comes back from where it was stored. */
export const sealedFrom = <T>(stored: string): Sealed<T> => stored as unknown as Sealed<T>;

/** The same value under the Worker's present secret. */
export function resealed<T>(sealed: Sealed<T>, cipher: Cipher): Sealed<T> {
	const stored = storedSeal(sealed);
	return cipher.isCurrent(stored) ? sealed : sealedFrom<T>(cipher.seal(cipher.open(stored)));
}
