import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./contract.d.ts";

export type { components, paths } from "./contract.d.ts";

export type Problem = components["schemas"]["Problem"];
export type SessionView = components["schemas"]["SessionView"];
export type Answer = components["schemas"]["Answer"];

/** A refusal, with the problem document that says what to do. */
export class CrossoverError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(`${problem.title}. ${problem.detail}`);
		this.name = "CrossoverError";
		this.problem = problem;
	}
}

export type Options = {
	/** Such as `https://study.example.org`. */
	readonly baseUrl: string;
	/** A researcher's key, `xo_…`, or the token of one session. */
	readonly token: string;
	readonly fetch?: typeof globalThis.fetch;
	/** How often a request is sent again if the connection fails or the server is busy. */
	readonly retries?: number;
	/** Waits between tries. */
	readonly sleep?: (ms: number) => Promise<void>;
};

const RETRIES = 5;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 30_000];
const BUSY = [429, 502, 503, 504];

/**
 * All operations of the contract, typed. A refusal throws a `CrossoverError`. Requests that can be sent twice without harm are
 * sent again after a lost connection: reading, answering a step, and whatever has an `Idempotency-Key`.
 */
export function crossover(options: Options): Client<paths> {
	const client = createClient<paths>({ baseUrl: options.baseUrl, fetch: retrying(options) });
	client.use(authorised(options.token), throwing);
	return client;
}

/** One session, step by step. `step` may be sent again after any failure: the same answer has the same result. */
export class Session {
	readonly #client: Client<paths>;
	readonly #session: string;

	constructor(session: string, options: Options) {
		this.#client = crossover(options);
		this.#session = session;
	}

	async view(): Promise<SessionView> {
		const path = { session: this.#session };
		return found((await this.#client.GET("/v1/sessions/{session}", { params: { path } })).data);
	}

	/** Answers a step, waits for the reply if it asks for one, and returns the view with the next step. */
	async answer(step: string, body: Answer): Promise<SessionView> {
		const params = { path: { session: this.#session, step } };
		const view = found((await this.#client.POST("/v1/sessions/{session}/steps/{step}", { params, body })).data);
		// A stream, which only `Accept: text/event-stream` asks for.
		if (typeof view === "string") throw new TypeError("The server streamed a reply that was not asked to be streamed.");
		return view;
	}
}

function found<T>(data: T | undefined): T {
	if (data === undefined) throw new TypeError("The server answered without a body.");
	return data;
}

const authorised = (token: string): Middleware => ({
	onRequest: ({ request }) => request.headers.set("Authorization", `Bearer ${token}`),
});

const throwing: Middleware = {
	async onResponse({ response }) {
		if (response.ok) return;
		const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
		if (isProblem) throw new CrossoverError(await response.json());
		throw new Error(`The server answered ${response.status} without saying why. Is the address that of Crossover?`);
	},
};

const mayRepeat = ({ method, url, headers }: Request): boolean =>
	method === "GET" || headers.has("Idempotency-Key") || /\/steps\/[^/]+$/.test(new URL(url).pathname);

function retrying(options: Options): (request: Request) => Promise<Response> {
	const { fetch = globalThis.fetch, retries = RETRIES, sleep = pause } = options;
	return async (request) => {
		for (let tried = 0; ; tried += 1) {
			const last = tried >= retries || !mayRepeat(request);
			const response = await fetch(request.clone()).catch((error: unknown) => {
				if (last) throw error;
				return null;
			});
			if (response && (last || !BUSY.includes(response.status))) return response;
			const asked = Number(response?.headers.get("Retry-After") ?? 0) * 1000;
			await sleep(Math.min(LONGEST_PAUSE_MS, Math.max(asked, FIRST_PAUSE_MS * 2 ** tried)));
		}
	};
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
