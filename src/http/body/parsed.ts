import type { z } from "zod";

/** What a validator of the app hands to its hook. */
export type Parsed = { readonly target: string } & (
	| { readonly success: true }
	| { readonly success: false; readonly error: z.ZodError }
);
