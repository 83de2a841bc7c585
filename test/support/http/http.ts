import { operations } from "./operations.ts";
import { fetchWorker, KEY } from "./worker.ts";

export type Sent = {
	readonly method?: string;
	/** Null sends no credentials. The bootstrap key by default. */
	readonly key?: string | null;
	readonly json?: unknown;
	readonly body?: BodyInit;
	readonly headers?: Record<string, string>;
};

/** One request to the Worker itself, redirects not followed. */
export function send(path: string, { method = "GET", key = KEY, json, body, headers }: Sent = {}): Promise<Response> {
	const own = new Headers(headers);
	if (key !== null) own.set("Authorization", `Bearer ${key}`);
	if (json !== undefined && !own.has("Content-Type")) own.set("Content-Type", "application/json");
	const payload = json === undefined ? body : JSON.stringify(json);
	return fetchWorker(path, { method, headers: own, ...(payload !== undefined && { body: payload }) });
}

/** A JSON response, read as an object. */
export const readJson = (response: Response): Promise<Record<string, unknown>> => response.json();

/** The code of a refusal and the pointers of its faults, after a check that it is a problem document. */
export async function problemIn(
	response: Response,
): Promise<{ code: unknown; pointers: unknown[]; detail: unknown; errors: { pointer: string; detail: string }[] }> {
	const type = response.headers.get("Content-Type");
	if (type !== "application/problem+json") throw new Error(`${response.status} ${type}: ${await response.text()}`);
	const problem = await readJson(response);
	if (problem.status !== response.status) throw new Error("the problem has another status than the response");
	if (problem.requestId !== response.headers.get("X-Request-Id")) throw new Error("the problem has another id");
	const errors = Array.isArray(problem.errors) ? problem.errors : [];
	return { code: problem.code, pointers: errors.map((fault) => fault.pointer), detail: problem.detail, errors };
}

/** A new key with only these scopes. */
export async function keyWith(...scopes: string[]): Promise<string> {
	const response = await send("/v1/keys", { method: "POST", json: { name: "test", scopes } });
	const { key } = await readJson(response);
	if (typeof key !== "string") throw new Error("no key was made");
	return key;
}

/** Fails if the response does not match the contract for its route and status. */
export async function expectContract(
	method: string,
	template: string,
	response: Response,
): Promise<Record<string, unknown>> {
	const operation = operations.find((known) => known.method === method && known.template === template);
	const schema = operation?.answers[String(response.status)];
	if (!schema)
		throw new Error(`${method} ${template} documents no JSON for ${response.status}: ${await response.text()}`);
	const body = await readJson(response);
	schema.parse(body);
	return body;
}
