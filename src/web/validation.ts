import type { Parsed } from "../access/parsed.ts";
import { faultsOf } from "../protocol/issues.ts";
import { ProblemError } from "../shared/problem.ts";

/** The app's one answer to input that is not of the schema. A path parameter of the wrong form names nothing: 404. */
export function refuseInvalid(parsed: Parsed): void {
	if (parsed.success) return;
	if (parsed.target === "param") throw new ProblemError({ code: "not_found", detail: "Check the address." });
	const detail = "Correct the fields that `errors` points at.";
	throw new ProblemError({ code: "invalid_request", detail, errors: faultsOf(parsed.error.issues) });
}
