import type { Contract, Operation } from "./contract.ts";
import { PERSON } from "./expected-bodies.ts";
import type { Prepared } from "./requests.ts";
import { secretsIn } from "./secrets.ts";
import type { Response } from "./send.ts";
import { readServerEvents } from "./server-events.ts";

/** A broken expectation. `check` names the rule: failures of one rule at one operation count as one. */
export type Fault = { readonly check: string; readonly expected: string; readonly seen: string };

export type Answered = {
	readonly prepared: Prepared;
	readonly response: Response;
	/** The operation of the sent address. Null if the contract has none. */
	readonly operation: Operation | null;
};

type Check = (answered: Answered, contract: Contract) => readonly Fault[];

const fault = (check: string, expected: string, seen: string): Fault => ({ check, expected, seen });
const headerOf = ({ headers }: Response, name: string): string => [headers[name.toLowerCase()] ?? ""].flat().join(", ");
const mediaTypeOf = (response: Response): string => headerOf(response, "Content-Type").split(";")[0]?.trim() ?? "";

/** All faults of a response. */
export const faultsOf = (answered: Answered, contract: Contract): readonly Fault[] =>
	CHECKS.flatMap((check) => check(answered, contract));

const noServerError: Check = ({ response: { status, text } }) =>
	status >= 500 ? [fault("no 5xx", "a status below 500", `${status} ${text.slice(0, 300)}`)] : [];

const declaredStatus: Check = ({ operation, response: { status } }) => {
	if (operation === null)
		return status >= 400 && status < 500 ? [] : [fault("unknown address", "a refusal", String(status))];
	const declared = Object.keys(operation.responses);
	return declared.includes(String(status)) ? [] : [fault(`status ${status}`, declared.join(", "), String(status))];
};

const BODILESS = [204, 303];

/** Refusals of a participant's pages are HTML pages. */
const declaredBody: Check = ({ operation, prepared: { request }, response }, contract) => {
	if (operation === null || request.method === "HEAD" || BODILESS.includes(response.status)) return [];
	const declared = Object.keys(operation.responses[response.status] ?? {});
	const type = mediaTypeOf(response);
	if (declared.length > 0 && !declared.includes(type))
		return [fault(`media type ${type} with ${response.status}`, declared.join(", "), type)];
	if (!/json$/.test(type)) return bodyFaults(type, response, contract);
	const value = jsonOf(response.text);
	if (value === undefined) return [fault("JSON", "one JSON value", response.text.slice(0, 300))];
	const faults = contract.faultsOf(operation, response.status, type, value);
	return faults.map((each) => fault(`schema of ${response.status}`, "a body of the schema", each));
};

function bodyFaults(type: string, { text, status }: Response, contract: Contract): readonly Fault[] {
	if (type === "application/jsonl") {
		const broken = text.split("\n").find((line) => line !== "" && jsonOf(line) === undefined);
		return broken === undefined ? [] : [fault("lines of JSON", "one value a line", broken.slice(0, 300))];
	}
	if (type === "text/html")
		return /^<!doctype html>/i.test(text) ? [] : [fault("page", "<!doctype html>", text.slice(0, 80))];
	if (type !== "text/event-stream" || status !== 200) return [];
	const events = readServerEvents(text);
	if (events === null) return [fault("events", "events of JSON, then [DONE]", text.slice(-300))];
	const views = events.filter(({ type: kind }) => kind === "data-view").map(({ data }) => data);
	return views.flatMap((view) =>
		contract.faultsOfComponent("SessionView", view).map((each) => fault("view in a stream", "a SessionView", each)),
	);
}

const problemDocument: Check = ({ prepared: { request }, response }, contract) => {
	if (response.status < 400 || request.method === "HEAD") return [];
	const type = mediaTypeOf(response);
	if (type === "text/html" && /^\/[ps]\//.test(request.path)) return [];
	if (type !== "application/problem+json")
		return [
			fault(
				"problem document",
				"application/problem+json",
				`${response.status} ${type} ${response.text.slice(0, 200)}`,
			),
		];
	const problem = jsonOf(response.text) as Record<string, unknown> | undefined;
	const faults = contract
		.faultsOfComponent("Problem", problem)
		.map((each) => fault("problem document", "a Problem", each));
	if (problem?.status !== response.status)
		faults.push(fault("problem status", String(response.status), String(problem?.status)));
	if (problem?.requestId !== headerOf(response, "X-Request-Id"))
		faults.push(fault("request id", headerOf(response, "X-Request-Id"), String(problem?.requestId)));
	return faults;
};

const REQUIRED_HEADERS: Readonly<Record<string, RegExp>> = {
	"Content-Security-Policy": /default-src 'none'.*frame-ancestors /,
	"X-Content-Type-Options": /^nosniff$/,
	"Referrer-Policy": /^no-referrer$/,
	"X-Request-Id": /^rq_[0-9a-z]+$/,
};
/** By status: the headers that tell the caller how to continue. */
const STATUS_HEADERS: Readonly<Record<number, string>> = { 401: "WWW-Authenticate", 405: "Allow", 429: "Retry-After" };

const headers: Check = ({ response }) => {
	const missing = Object.entries(REQUIRED_HEADERS).flatMap(([name, pattern]) =>
		pattern.test(headerOf(response, name)) ? [] : [fault(`header ${name}`, String(pattern), headerOf(response, name))],
	);
	const needed = STATUS_HEADERS[response.status];
	if (needed && headerOf(response, needed) === "") missing.push(fault(`header ${needed}`, "some value", "none"));
	for (const name of ["Access-Control-Allow-Origin", "X-Injected"])
		if (name.toLowerCase() in response.headers) missing.push(fault(`header ${name}`, "none", headerOf(response, name)));
	const cookies = [response.headers["set-cookie"] ?? []].flat();
	const loose = cookies.filter((cookie) => !/; HttpOnly/i.test(cookie) || !/; SameSite=(Lax|Strict)/i.test(cookie));
	return [...missing, ...loose.map((cookie) => fault("cookie", "HttpOnly and SameSite", cookie))];
};

const authorised: Check = ({ operation, prepared, response: { status } }) =>
	operation !== null &&
	operation.id === prepared.move.operation.id &&
	!prepared.isGranted &&
	status < 300 &&
	needsRight(operation)
		? [fault("authorisation", "a refusal", `${status} for the caller "${prepared.move.caller}"`)]
		: [];
/** Prolific's webhook needs its signature. */
const needsRight = ({ id, scope, bySession }: Operation): boolean =>
	scope !== null || bySession || id === "receiveProlificWebhook";

/** A response may repeat what the caller sent, but nothing that they could not know. */
const blinded: Check = ({ prepared, response }) => {
	if (prepared.mayKnowArms) return [];
	const sent = secretsIn(new TextDecoder().decode(prepared.request.body ?? new Uint8Array()));
	const told = secretsIn(response.text + JSON.stringify(response.headers)).filter((secret) => !sent.includes(secret));
	return told.length === 0 ? [] : [fault("blinding", "no name of an arm or a model", told.join(", "))];
};

/** Files for paying participants contain their ids. */
const NAMING = ["getProlificReconciliation", "getProlificBonuses"];

/** Without a right to data, nobody reads a participant's id. */
const pseudonymous: Check = ({ operation, prepared, response }) => {
	if (operation && NAMING.includes(operation.id) && prepared.isGranted && response.status === 200) return [];
	const path = prepared.request.path + new TextDecoder().decode(prepared.request.body ?? new Uint8Array());
	if (prepared.mayKnowArms || path.includes(PERSON)) return [];
	return response.text.includes(PERSON) ? [fault("pseudonyms", "no participant's own id", PERSON)] : [];
};

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const CHECKS: readonly Check[] = [
	noServerError,
	declaredStatus,
	declaredBody,
	problemDocument,
	headers,
	authorised,
	blinded,
	pseudonymous,
];
