import type { Cipher } from "../../crypto/cipher.ts";
import { fromBase64 } from "../../shared/base64.ts";
import type { Sealed } from "./sealed.ts";
import { storedSeal } from "./sealed-storing.ts";

/** The one way to read what is sealed. Who imports this file is checked by `test/unit/architecture.test.ts`. */
export function unseal<T>(sealed: Sealed<T>, cipher?: Cipher): T {
	const stored = storedSeal(sealed);
	const bytes = cipher ? cipher.open(stored) : fromBase64(stored);
	return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
