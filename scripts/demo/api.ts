import { DemoError } from "./demo-error.ts";

export type Api = {
	/** The body of a 2xx answer. Any other is a DemoError with the problem's own words. */
	readonly call: (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;
	/** Reads an answer to its end and throws it away: how a reply that is being written is waited for. */
	readonly drain: (path: string) => Promise<void>;
	readonly status: (path: string) => Promise<number>;
};

/** The HTTP contract with one bearer: a researcher's key, or a session's token. */
export function apiOf(origin: string, bearer: string): Api {
	const send = (method: string, path: string, body?: unknown) =>
		fetch(origin + path, {
			method,
			headers: {
				Authorization: `Bearer ${bearer}`,
				...(body === undefined ? {} : { "Content-Type": "application/json" }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	return {
		call: async (method, path, body) => {
			const response = await send(method, path, body);
			if (!response.ok) throw new DemoError(`${method} ${path} was refused.\n${await response.text()}`);
			return response.json();
		},
		drain: async (path) => {
			await (await send("GET", path)).arrayBuffer();
		},
		status: async (path) => {
			const response = await send("GET", path);
			await response.arrayBuffer();
			return response.status;
		},
	};
}
