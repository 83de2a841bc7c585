import { DemoError } from "./demo-error.ts";
import { until } from "./until.ts";

export type Api = {
	/** The body of a 2xx response. Others throw a DemoError with the problem's detail. */
	readonly call: (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;
	/** Reads a response to its end, to wait for a reply that is being written. */
	readonly drain: (path: string) => Promise<void>;
	readonly status: (path: string) => Promise<number>;
};

const CONNECTION_LOST_MS = 30_000;

type Answered = { readonly status: number; readonly ok: boolean; readonly text: string };

/**
 * The HTTP contract with one bearer: a researcher's key or a session's token. A request is sent again if its connection
 * is lost. A repeated enrolment or answer counts once. A repeated creation or opening of a study is refused, with the
 * problem's detail.
 */
export function apiOf(origin: string, bearer: string): Api {
	const send = (method: string, path: string, body?: unknown): Promise<Answered> =>
		until(CONNECTION_LOST_MS, `The Worker at ${origin} does not answer ${method} ${path}.`, async () => {
			try {
				const response = await fetch(origin + path, {
					method,
					headers: {
						Authorization: `Bearer ${bearer}`,
						...(body === undefined ? {} : { "Content-Type": "application/json" }),
					},
					...(body === undefined ? {} : { body: JSON.stringify(body) }),
				});
				return { status: response.status, ok: response.ok, text: await response.text() };
			} catch {
				return null;
			}
		});
	return {
		call: async (method, path, body) => {
			const { ok, text } = await send(method, path, body);
			if (!ok) throw new DemoError(`${method} ${path} was refused.\n${text}`);
			return JSON.parse(text);
		},
		drain: async (path) => {
			await send("GET", path);
		},
		status: async (path) => (await send("GET", path)).status,
	};
}
