import { z } from "zod";

/** A name that a protocol defines: of a model, an arm, a form, a conversation, or the study. */
export const name = z
	.string()
	.regex(/^[a-z][a-z0-9-]{0,47}$/, "lower-case letters, digits and hyphens, starting with a letter, 48 at most");
export const text = z.string().trim().min(1);
export const origin = z.url({ protocol: /^https?$/ });
