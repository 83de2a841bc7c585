import { malformedJson } from "../../http/body/json-body.ts";
import { faultsOf } from "../../protocol/parse/issues.ts";
import { pointer } from "../../shared/json.ts";
import { type Fault, invalidRequest, type Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Field, nestFields } from "./flat-fields.ts";
import { type NewSession, newSessionSchema } from "./new-session.ts";

export type ReadNewSession = {
	readonly request: NewSession;
	/** The pointer of a field as the caller wrote it. */
	readonly asWritten: (nested: string) => string;
};

const JSON_TYPE = /^application\/(?:[a-z0-9.-]+\+)?json$/;
const FORM_TYPE = "application/x-www-form-urlencoded";

/** Reads a request for a session: JSON, nested or flat, or a form. */
export function readNewSession(contentType: string, bytes: ArrayBuffer): Result<ReadNewSession, Problem> {
	const body = new TextDecoder().decode(bytes);
	const [type = ""] = contentType.toLowerCase().split(";");
	const isForm = type.trim() === FORM_TYPE;
	if (type === "" && body === "") return err(malformedJson());
	if (!isForm && !JSON_TYPE.test(type.trim())) return err(OTHER_TYPE);
	const fields = isForm ? formFields(body) : jsonFields(body);
	if (!fields.ok) return fields;
	const { value, faults, asWritten } = nestFields(fields.value, { isForm });
	const parsed = newSessionSchema.safeParse(value);
	const wrong = parsed.success ? [] : faultsOf(parsed.error.issues);
	const all = [...faults, ...wrong.map((fault) => ({ ...fault, pointer: asWritten(fault.pointer) }))];
	if (all.length > 0 || !parsed.success) return err(invalidRequest(oneByPointer(all)));
	return ok({ request: parsed.data, asWritten });
}

const OTHER_TYPE: Problem = {
	code: "unsupported_media_type",
	detail: `Send the body as application/json or as ${FORM_TYPE}.`,
};

function jsonFields(body: string): Result<readonly Field[], Problem> {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		return err(malformedJson());
	}
	const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
	return isObject
		? ok(Object.entries(value as object))
		: err(invalidRequest([{ pointer: "", detail: "Send an object with the field `participant`." }]));
}

/** Decoding puts U+FFFD for bytes that are not UTF-8. */
function formFields(body: string): Result<readonly Field[], Problem> {
	const fields = [...new URLSearchParams(body)];
	const broken = fields.filter((field) => field.some((text) => text.includes("\ufffd")));
	if (broken.length === 0) return ok(fields);
	const faults = broken.map(([name]) => ({ pointer: pointer([name]), detail: "This field is not in UTF-8." }));
	return err(invalidRequest(faults));
}

/** A field that is there twice would also be wrong in its second value. */
const oneByPointer = (faults: readonly Fault[]): Fault[] =>
	faults.filter((fault, index) => faults.findIndex((other) => other.pointer === fault.pointer) === index);
