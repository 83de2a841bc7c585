import type { z } from "zod";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { formSchema } from "../schema/form.ts";
import { recruitmentSchema } from "../schema/recruitment.ts";
import { type Protocol, protocolSchema } from "../schema/schema.ts";
import { readable } from "../validate/readable.ts";
import { brokenTexts } from "../validate/texts/texts.ts";
import { unfinished, validateDraft, validateReadable } from "../validate/validate.ts";
import { faultsOf } from "./issues.ts";
import { withSuggestions } from "./suggestions.ts";

/** Parses and validates a whole protocol as for an opening. Returns all faults at once, each with its pointer. */
export const parseProtocol = (input: unknown): Result<Protocol, readonly Fault[]> =>
	parsedWith(input, (protocol) => distinct([...draftFaults(protocol), ...unfinished(protocol)]));

/** The same for a draft, whose forms may still be missing. */
export const parseDraft = (input: unknown): Result<Protocol, readonly Fault[]> => parsedWith(input, draftFaults);

function parsedWith(input: unknown, faultsOfRead: (protocol: Protocol) => readonly Fault[]) {
	const parsed = protocolSchema.safeParse(input);
	if (!parsed.success) return err(unreadFaults(parsed.error.issues, input));
	const faults = faultsOfRead(parsed.data);
	return faults.length > 0 ? err(faults) : ok(parsed.data);
}

/**
 * The faults of a protocol that matches the schema, as a draft. Requests come here too, because HTTP has already parsed
 * the schema.
 */
export const draftFaults = (protocol: Protocol): Fault[] => [...brokenTexts(protocol), ...validateDraft(protocol)];

/** A misspelt name is a fault of the draft and of the opening. */
const distinct = (faults: readonly Fault[]): Fault[] => [
	...new Map(faults.map((fault) => [JSON.stringify([fault.pointer, fault.detail]), fault])).values(),
];

/** The faults of the parts that do not match the schema, and those of the parts that do. */
export function unreadFaults(issues: readonly z.core.$ZodIssue[], input: unknown): Fault[] {
	const faults = withSuggestions(faultsOf(issues), input);
	const given = objectOf(input);
	if (Object.keys(given).length === 0) return faults;
	const parts = readableFields(protocolSchema.shape, given);
	const { shape } = recruitmentSchema;
	const recruitment = parts.recruitment ?? readable(readableFields(shape, objectOf(given.recruitment)));
	const forms = Object.entries(objectOf(given.forms)).flatMap(([name, form]) => {
		const read = formSchema.safeParse(form);
		return read.success ? [[name, read.data] as const] : [];
	});
	return [...faults, ...validateReadable({ ...parts, recruitment }, Object.fromEntries(forms))];
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
	value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};

/** The fields that match their schemas, with defaults. */
function readableFields(shape: Readonly<Record<string, z.ZodType>>, given: Readonly<Record<string, unknown>>) {
	const fields = Object.entries(shape).map(([name, schema]) => ({ name, read: schema.safeParse(given[name]) }));
	return Object.fromEntries(fields.flatMap(({ name, read }) => (read.success ? [[name, read.data]] : [])));
}

/**
 * The version of a study: SHA-256 over the RFC 8785 form of the protocol with its defaults filled, so a file with an
 * explicit default is the same study as one without. `$schema` is left out, because it only helps editors. `notes` are
 * included, because assumptions are part of what was opened. A changed default, or a new field with a default, changes
 * the hash of old files, so a session carries the hash of its study's opening.
 */
export function protocolHash({ $schema: _, ...protocol }: Protocol): string {
	return sha256Of(canonicalJson(protocol));
}
