import type { z } from "zod";
import { faultsOf } from "../../protocol/parse/issues.ts";
import { pointer } from "../../shared/json.ts";
import { type Fault, ProblemError } from "../../shared/problem.ts";

/** The app's one answer to input that is not of the schema. A path parameter of the wrong form names nothing: 404. */
export function refuseInvalid(parsed: Parsed): void {
	if (parsed.success) return;
	if (parsed.target === "param") throw new ProblemError({ code: "not_found", detail: "Check the address." });
	if (parsed.target === "query") throw invalid("parameters", parsed.error.issues.flatMap(faultsOfParameter));
	throw invalid("fields", faultsOf(parsed.error.issues));
}

const invalid = (what: string, errors: readonly Fault[]) =>
	new ProblemError({ code: "invalid_request", detail: `Correct the ${what} that \`errors\` points at.`, errors });

/** An unknown parameter is told which ones there are: its message is the route's own. */
const faultsOfParameter = (issue: z.core.$ZodIssue): Fault[] =>
	issue.code === "unrecognized_keys"
		? issue.keys.map((key) => ({ pointer: pointer([key]), detail: issue.message }))
		: faultsOf([issue]);

/** What a validator of the app hands to its hook. */
export type Parsed = { readonly target: string } & (
	| { readonly success: true }
	| { readonly success: false; readonly error: z.ZodError }
);
