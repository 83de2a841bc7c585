import { canonicalJson, sha256Of } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { faultsOf } from "./issues.ts";
import { type Protocol, protocolSchema } from "./schema.ts";
import { brokenTexts } from "./validate/texts.ts";
import { validate } from "./validate.ts";

/** Parses and validates a whole protocol. All faults at once, each with its pointer; cross-references once every field is read. */
export function parseProtocol(input: unknown): Result<Protocol, readonly Fault[]> {
	const parsed = protocolSchema.safeParse(input);
	if (!parsed.success) return err(faultsOf(parsed.error.issues));
	const faults = [...brokenTexts(parsed.data), ...validate(parsed.data)];
	return faults.length > 0 ? err(faults) : ok(parsed.data);
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
