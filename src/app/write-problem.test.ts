import { HTTPException } from "hono/http-exception";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PROBLEMS, ProblemError } from "../shared/problem.ts";
import { createApp } from "./app.ts";
import { problemOf } from "./write-problem.ts";

const SECRET = "model gpt-secret of arm individual refused";

/** The response of an app whose route throws this error. Only the error's `name` may be logged. */
function responseTo(error: unknown) {
	const app = createApp();
	app.get("/v1/failing", () => {
		throw error;
	});
	return app.request("/v1/failing", {}, {});
}

describe("when a handler throws an unexpected error", () => {
	const log = vi.spyOn(console, "error");
	beforeEach(() => void log.mockImplementation(() => {}));
	afterEach(() => void log.mockReset());

	it.each([
		["an error", new TypeError(SECRET)],
		["an error with a cause", new Error(SECRET, { cause: new Error(SECRET) })],
		["an unknown HTTP exception", new HTTPException(502, { message: SECRET, res: new Response(SECRET) })],
	])("answers with a fixed 500 that reveals nothing of %s", async (_, error) => {
		const response = await responseTo(error);
		const text = await response.text();
		expect(response.status).toBe(500);
		expect(JSON.parse(text)).toMatchObject({ code: "internal", requestId: response.headers.get("X-Request-Id") });
		expect(text + JSON.stringify([...response.headers])).not.toContain("secret");
	});

	it("logs the error's name and place, but not its message", async () => {
		const response = await responseTo(new TypeError(`${SECRET}\n    at gpt-secret (second line)`));
		const logged = log.mock.calls.flat().join("\n");
		expect(logged).toContain(response.headers.get("X-Request-Id"));
		expect(logged).toContain("TypeError");
		expect(logged).toContain("problem.test.ts");
		expect(logged).not.toContain("secret");
	});

	it("logs nothing if the error is a refusal", async () => {
		await responseTo(new ProblemError({ code: "study_state", detail: "No." }));
		expect(log).not.toHaveBeenCalled();
	});
});

describe("when a handler refuses a request", () => {
	it("answers with the problem's status, step and Retry-After", async () => {
		const response = await responseTo(
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
	] as const)("maps Hono's exception %i to the problem %s", (status, code) => {
		expect(problemOf(new HTTPException(status))).toMatchObject({ code });
	});
});
