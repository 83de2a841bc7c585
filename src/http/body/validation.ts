import type { z } from "zod";
import { faultsOf } from "../../protocol/parse/issues.ts";
import { pointer } from "../../shared/json.ts";
import { type Fault, invalidRequest, ProblemError } from "../../shared/problem.ts";

/** Refuses input that does not match its schema. A malformed path parameter cannot name anything, so it gets a 404. */
export function refuseInvalid(parsed: Parsed): void {
	if (parsed.success) return;
	if (parsed.target === "param") throw new ProblemError({ code: "not_found", detail: "Check the address." });
	const faults =
		parsed.target === "query" ? parsed.error.issues.flatMap(faultsOfParameter) : faultsOf(parsed.error.issues);
	throw new ProblemError(invalidRequest(faults));
}

/** For an unknown parameter, the route's own message lists the known ones. */
const faultsOfParameter = (issue: z.core.$ZodIssue): Fault[] =>
	issue.code === "unrecognized_keys"
		? issue.keys.map((key) => ({ pointer: pointer([key]), detail: issue.message }))
		: faultsOf([issue]);

/** The result that a validator passes to its hook. */
export type Parsed = { readonly target: string } & (
	| { readonly success: true }
	| { readonly success: false; readonly error: z.ZodError }
);
