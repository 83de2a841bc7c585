import type { z } from "zod";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Protocol, protocolSchema } from "../schema/schema.ts";
import { brokenTexts } from "../validate/texts/texts.ts";
import { unfinished, validateDraft, validateReadable } from "../validate/validate.ts";
import { faultsOf } from "./issues.ts";
import { withSuggestions } from "./suggestions.ts";

/** Parses and validates a whole protocol, as one that is to open. All faults at once, each with its pointer. */
export function parseProtocol(input: unknown): Result<Protocol, readonly Fault[]> {
	const parsed = protocolSchema.safeParse(input);
	if (!parsed.success) return err(unreadFaults(parsed.error.issues, input));
	const faults = distinct([...draftFaults(parsed.data), ...unfinished(parsed.data)]);
	return faults.length > 0 ? err(faults) : ok(parsed.data);
}

/** The faults of a protocol that is of the schema, as a draft. Requests come in here too: HTTP has read the schema before. */
export const draftFaults = (protocol: Protocol): Fault[] => [...brokenTexts(protocol), ...validateDraft(protocol)];

/** A misspelt name is a fault of the draft, and one of the opening. */
const distinct = (faults: readonly Fault[]): Fault[] => [
	...new Map(faults.map((fault) => [JSON.stringify([fault.pointer, fault.detail]), fault])).values(),
];

/** The faults of what is not of the schema, and those of the parts that are. */
export function unreadFaults(issues: readonly z.core.$ZodIssue[], input: unknown): Fault[] {
	return [...withSuggestions(faultsOf(issues), input), ...validateReadable(readableParts(input))];
}

function readableParts(input: unknown): Record<string, unknown> {
	if (input === null || typeof input !== "object" || Array.isArray(input)) return {};
	const given: Readonly<Record<string, unknown>> = { ...input };
	const parts = Object.entries(protocolSchema.shape).map(([name, schema]) => ({
		name,
		part: schema.safeParse(given[name]),
	}));
	return Object.fromEntries(parts.flatMap(({ name, part }) => (part.success ? [[name, part.data]] : [])));
}

/**
 * The version of a study: SHA-256 over the RFC 8785 form of the protocol with its defaults filled, so that a file
 * that spells a default out and one that leaves it away are the same study. `$schema` is left out, which only tells an editor
 * where to look; `notes` are in, for what a study assumes is part of what was opened. A default that changes, or a new field
 * that has one, changes the hash of old files: a session therefore carries the hash that its study was opened with.
 */
export function protocolHash({ $schema: _, ...protocol }: Protocol): string {
	return sha256Of(canonicalJson(protocol));
}
