import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { afterResponse } from "./after-response.ts";

const SECRET = "the participant 5f00 in arm individual";

/** Sends one request, waits for the work after its response, and returns the lines of the log. */
async function responding(work: () => Promise<unknown>): Promise<string[]> {
	const lines: string[] = [];
	vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
	const pending: Promise<unknown>[] = [];
	const context = { waitUntil: (promise: Promise<unknown>) => void pending.push(promise) };
	const app = new Hono().get("/p/:study", (c) => {
		afterResponse(c, work);
		return c.text("done");
	});
	const response = await app.request("/p/prism-x?PROLIFIC_PID=5f00", {}, {}, context as never);
	expect(await response.text()).toBe("done");
	await Promise.all(pending);
	return lines;
}

describe("work that a response does not wait for", () => {
	afterEach(() => void vi.restoreAllMocks());

	it("is logged when it fails, with nothing but the route and the kind of error", async () => {
		const lines = await responding(() => Promise.reject(new TypeError(SECRET)));
		expect(lines.map((line) => JSON.parse(line))).toEqual([
			{ level: "error", event: "work_after_response_failed", path: "/p/:study", error: "TypeError" },
		]);
	});

	it("is not logged when it succeeds", async () => {
		expect(await responding(() => Promise.resolve())).toEqual([]);
	});
});
