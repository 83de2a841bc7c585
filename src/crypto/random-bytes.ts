import type { RandomBytes } from "../shared/id.ts";

/** The shells' source of randomness, where pure code takes one as an argument. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
