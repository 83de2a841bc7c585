import type { RandomBytes } from "../shared/id.ts";

/** The source of randomness of the shells. Pure code takes one as an argument. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
