import type { z } from "zod";
import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";

/** Each fault with its pointer. A field that should not be there is pointed at itself, not at the object that holds it. */
export const faultsOf = (error: z.ZodError): Fault[] =>
	error.issues.flatMap((issue) =>
		issue.code === "unrecognized_keys"
			? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: "No such field." }))
			: [{ pointer: pointer(issue.path), detail: issue.message }],
	);

/** What a validator of the app hands to its hook. */
export type Parsed = { readonly target: string } & (
	| { readonly success: true }
	| { readonly success: false; readonly error: z.ZodError }
);
