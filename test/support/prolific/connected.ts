import { createExecutionContext, env } from "cloudflare:test";
import { vi } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { KEY } from "../http/worker.ts";
import { type ProlificDouble, TOKEN } from "./double.ts";

const app = createApp();

/** A Worker that reaches a double of Prolific's API. */
export function connected(prolific: ProlificDouble, over: object = {}) {
	const worker = { ...env, PROLIFIC_API_TOKEN: TOKEN, PROLIFIC_API_URL: prolific.base, ...over };
	return async (path: string, key = KEY): Promise<Response> => {
		const real = globalThis.fetch;
		const spy = vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
			const url = input instanceof Request ? input.url : String(input);
			return url.startsWith(prolific.base) ? prolific.fetch(url, init as RequestInit) : real(input, init);
		});
		try {
			const request = new Request(`https://crossover.test${path}`, { headers: { Authorization: `Bearer ${key}` } });
			return await app.fetch(request, worker, createExecutionContext());
		} finally {
			spy.mockRestore();
		}
	};
}
