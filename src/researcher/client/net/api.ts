import type { components } from "@crossover/client";

/** The types of the API's requests and responses, by their names in its OpenAPI document. */
export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];
export type SignedIn = Schemas["SignedIn"];

/** A refusal, with the problem document that says what to do. */
export class Refused extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.detail);
		this.name = "Refused";
		this.problem = problem;
	}
}

const UNREACHABLE: Problem = {
	type: "",
	title: "The server cannot be reached",
	status: 503,
	detail: "Check your connection, then try again.",
	code: "unavailable",
	requestId: "",
};

/** Sent with each act, as proof that this page and no other site makes the request. */
let actToken = "";
/** Called when the server no longer knows this browser. */
let onSignedOut = (): void => {};

export const whenSignedOut = (act: () => void): void => {
	onSignedOut = act;
};

export const rememberSignIn = ({ actToken: token }: SignedIn): void => {
	actToken = token;
};

const SIGN_IN = "/v1/dashboard/sign-in";

/** The JSON of a response. Throws `Refused` for any other response. A body that is a string is sent as JSON Lines. */
export async function request<T>(path: string, method = "GET", body?: unknown, signal?: AbortSignal): Promise<T> {
	const isLines = typeof body === "string";
	const headers = {
		...(method !== "GET" && { "X-Crossover-Act": actToken }),
		...(body !== undefined && { "Content-Type": isLines ? "application/x-ndjson" : "application/json" }),
	};
	const sent = {
		method,
		headers,
		...(body !== undefined && { body: isLines ? body : JSON.stringify(body) }),
		...(signal && { signal }),
		// Whoever signs out may close the page at once.
		keepalive: path === SIGN_IN && method === "DELETE",
	};
	const response = await fetch(path, sent).catch((error: unknown) => {
		if (error instanceof DOMException && error.name === "AbortError") throw error;
		throw new Refused(UNREACHABLE);
	});
	if (response.status === 204) return undefined as T;
	const answer = await response.json().catch(() => UNREACHABLE);
	if (response.ok) return answer;
	if (response.status === 401 && path !== SIGN_IN) onSignedOut();
	throw new Refused(answer);
}

export const currentSignIn = (): Promise<SignedIn> => request(SIGN_IN);
export const signIn = (by: { readonly key: string } | { readonly link: string }): Promise<SignedIn> =>
	request(SIGN_IN, "POST", by);
export const signOut = (): Promise<void> => request(SIGN_IN, "DELETE");

export const problemOf = (error: unknown): Problem => (error instanceof Refused ? error.problem : UNREACHABLE);
