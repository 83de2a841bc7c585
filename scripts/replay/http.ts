export type Answered = {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly body: unknown;
};

/** The HTTP contract of the replay's Worker, as a researcher or with a session's token. */
export type Http = {
	readonly send: (method: string, path: string, body?: unknown, token?: string) => Promise<Answered>;
	/** The body of a 2xx response. Others throw the problem's detail. */
	readonly ask: <T>(method: string, path: string, body?: unknown, token?: string) => Promise<T>;
	readonly text: (path: string) => Promise<string>;
	/** Sends JSON lines. Returns the body of a 2xx response. */
	readonly lines: <T>(path: string, lines: readonly object[]) => Promise<T>;
	readonly refusal: (answered: Answered) => Error;
};

export function httpOf(origin: string, key: string): Http {
	const request = (method: string, path: string, body: unknown, token: string): Promise<Response> =>
		fetch(origin + path, {
			method,
			headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && { "Content-Type": "application/json" }) },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
	const send: Http["send"] = async (method, path, body, token = key) => {
		const response = await request(method, path, body, token);
		const text = await response.text();
		return { method, path, status: response.status, body: text === "" ? null : JSON.parse(text) };
	};
	const refusal = ({ method, path, status, body }: Answered): Error =>
		new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
	return {
		send,
		refusal,
		ask: async <T>(method: string, path: string, body?: unknown, token?: string) => {
			const answered = await send(method, path, body, token);
			if (answered.status >= 300) throw refusal(answered);
			return answered.body as T;
		},
		lines: async <T>(path: string, lines: readonly object[]) => {
			const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/x-ndjson" };
			const body = lines.map((line) => JSON.stringify(line)).join("\n");
			const response = await fetch(origin + path, { method: "POST", headers, body });
			if (!response.ok) throw new Error(`POST ${path} was answered ${response.status}: ${await response.text()}`);
			return (await response.json()) as T;
		},
		text: async (path) => {
			const response = await request("GET", path, undefined, key);
			if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}.`);
			return response.text();
		},
	};
}
