import type { Cipher } from "../../crypto/cipher.ts";
import { fromBase64 } from "../../shared/base64.ts";
import type { Sealed } from "./sealed.ts";
import { storedSeal } from "./sealed-storing.ts";

/** The only way to read a sealed value. `test/unit/architecture.test.ts` checks who imports this file. */
export function unseal<T>(sealed: Sealed<T>, cipher?: Cipher): T {
	const stored = storedSeal(sealed);
	const bytes = cipher ? cipher.open(stored) : fromBase64(stored);
	return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
