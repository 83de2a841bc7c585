import { createExecutionContext, env } from "cloudflare:test";
import { vi } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { KEY } from "../http/worker.ts";
import { type ProlificDouble, TOKEN } from "./double.ts";

const app = createApp();

type Sent = {
	/** Sent by POST. */
	readonly json?: unknown;
	/** The Worker's address. */
	readonly origin?: string;
};

/** A Worker that reaches a double of Prolific's API. */
export function connected(prolific: ProlificDouble, over: object = {}) {
	const worker = { ...env, PROLIFIC_API_TOKEN: TOKEN, PROLIFIC_API_URL: prolific.base, ...over };
	return async (path: string, key = KEY, { json, origin = "https://crossover.test" }: Sent = {}): Promise<Response> => {
		const real = globalThis.fetch;
		const spy = vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
			const url = input instanceof Request ? input.url : String(input);
			return url.startsWith(prolific.base) ? prolific.fetch(url, init as RequestInit) : real(input, init);
		});
		try {
			const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
			const body = json === undefined ? {} : { method: "POST", body: JSON.stringify(json) };
			const request = new Request(`${origin}${path}`, { headers, ...body });
			return await app.fetch(request, worker, createExecutionContext());
		} finally {
			spy.mockRestore();
		}
	};
}
