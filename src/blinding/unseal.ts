import type { Sealed } from "./sealed.ts";
import { storedSeal } from "./sealed-storing.ts";

/** The one way to read what is sealed. Who imports this file is checked by `test/unit/architecture.test.ts`. */
export function unseal<T>(sealed: Sealed<T>): T {
	const bytes = Uint8Array.from(atob(storedSeal(sealed)), (character) => character.charCodeAt(0));
	return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
