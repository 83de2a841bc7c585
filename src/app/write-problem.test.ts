import { HTTPException } from "hono/http-exception";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PROBLEMS, ProblemError } from "../shared/problem.ts";
import { createApp } from "./app.ts";
import { problemOf } from "./write-problem.ts";

const SECRET = "model gpt-secret of arm individual refused";

/** The app with a route that throws. Its `name` is all that may be told of the error. */
function failing(error: unknown) {
	const app = createApp();
	app.get("/v1/failing", () => {
		throw error;
	});
	return app.request("/v1/failing");
}

describe("an error that nobody expected", () => {
	const log = vi.spyOn(console, "error");
	beforeEach(() => void log.mockImplementation(() => {}));
	afterEach(() => void log.mockReset());

	it.each([
		["an error", new TypeError(SECRET)],
		["one with a cause", new Error(SECRET, { cause: new Error(SECRET) })],
		["an unknown HTTP exception", new HTTPException(502, { message: SECRET, res: new Response(SECRET) })],
	])("is a fixed 500 that says nothing of it: %s", async (_, error) => {
		const response = await failing(error);
		const text = await response.text();
		expect(response.status).toBe(500);
		expect(JSON.parse(text)).toMatchObject({ code: "internal", requestId: response.headers.get("X-Request-Id") });
		expect(text + JSON.stringify([...response.headers])).not.toContain("secret");
	});

	it("leaves its name and its place in the log, and not its message", async () => {
		const response = await failing(new TypeError(`${SECRET}\n    at gpt-secret (second line)`));
		const logged = log.mock.calls.flat().join("\n");
		expect(logged).toContain(response.headers.get("X-Request-Id"));
		expect(logged).toContain("TypeError");
		expect(logged).toContain("problem.test.ts");
		expect(logged).not.toContain("secret");
	});

	it("is not logged when it was a refusal", async () => {
		await failing(new ProblemError({ code: "study_state", detail: "No." }));
		expect(log).not.toHaveBeenCalled();
	});
});

describe("a refusal", () => {
	it("keeps its status, its step and its wait", async () => {
		const response = await failing(
			new ProblemError({ code: "step_busy", detail: "Wait.", step: null, retryAfterSeconds: 2 }),
		);
		expect(response.status).toBe(409);
		expect(response.headers.get("Retry-After")).toBe("2");
		expect(await response.json()).toMatchObject({
			type: "/problems/step_busy",
			title: PROBLEMS.step_busy[1],
			step: null,
		});
	});

	it.each([
		[400, "malformed_json"],
		[413, "body_too_large"],
		[415, "unsupported_media_type"],
	] as const)("comes from hono as %i", (status, code) => {
		expect(problemOf(new HTTPException(status))).toMatchObject({ code });
	});
});
