import type { z } from "zod";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * The parser's issues as faults. A misspelt name has its own pointer, and a union reports the faults of the intended
 * member.
 */
export const faultsOf = (issues: readonly Issue[], at: Path = []): Fault[] =>
	issues.flatMap((issue) => {
		const path = [...at, ...issue.path];
		switch (issue.code) {
			case "unrecognized_keys":
				return issue.keys.map((key) =>
					fault([...path, key], "There is no such field here: look for a slip, or take it out."),
				);
			case "invalid_key":
				return [fault(path, `This name cannot be used: ${issue.issues.map(({ message }) => message).join(", ")}.`)];
			case "invalid_union":
				return ofUnion(issue, path);
			default:
				return [fault(path, sentence(issue.message))];
		}
	});

/** The intended member is the one whose own fields were reached. Without one, the fault lists the members. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
	const meant = issue.errors.find((issues) => issues.every((inner) => inner.path.length > 0));
	if (meant) return faultsOf(meant, path);
	if (issue.errors.length === 0) return [fault(path, noSuchKind(issue))];
	const ways = issue.errors.flatMap((issues) => issues.map(({ message }) => message));
	return [fault(path, sentence(ways.join("; or ")))];
}

/** Zod calls the field that distinguishes the members a discriminator. */
function noSuchKind(issue: z.core.$ZodIssueInvalidUnion): string {
	const options: readonly unknown[] = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
	return options.length === 0
		? sentence(issue.message)
		: `There is no such ${last(issue.path)}. Write one of: ${options.join(", ")}.`;
}

const last = (path: Path): string => String(path.at(-1) ?? "kind");

const fault = (path: Path, detail: string): Fault => ({ pointer: pointer(path), detail });

const sentence = (message: string): string => {
	const said = message.endsWith("received undefined") ? message.replace("Invalid input:", "Missing:") : message;
	return `${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith(".") ? "" : "."}`;
};
