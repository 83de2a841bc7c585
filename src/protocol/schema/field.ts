import { z } from "zod";

/** A name of one's own in a protocol: of a model, an arm, a form, a conversation, and of the study itself. */
export const name = z
	.string()
	.regex(/^[a-z][a-z0-9-]{0,47}$/, "lower-case letters, digits and hyphens, starting with a letter, 48 at most");
export const text = z.string().trim().min(1);
export const origin = z.url({ protocol: /^https?$/ });
