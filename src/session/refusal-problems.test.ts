import { describe, expect, it } from "vitest";
import { PROBLEMS } from "../shared/problem.ts";
import { toProblem } from "./refusal-problems.ts";
import type { SessionRefusal } from "./session-client.ts";

const faults = [{ pointer: "/answers/age", detail: "Send a number." }];

describe("a refusal of a session", () => {
	it.each<[SessionRefusal, number, string]>([
		[{ kind: "not_started" }, 404, "not_found"],
		[{ kind: "unauthenticated" }, 404, "not_found"],
		[{ kind: "no_reply" }, 404, "not_found"],
		[{ kind: "erased" }, 410, "erased"],
		[{ kind: "ended" }, 409, "session_ended"],
		[{ kind: "stale", current: "st_1" }, 409, "step_not_current"],
		[{ kind: "already_answered", current: "st_1" }, 409, "step_already_answered"],
		[{ kind: "busy", current: "st_1" }, 409, "step_busy"],
		[{ kind: "lapsed" }, 503, "unavailable"],
		[{ kind: "too_many", retryAfterMs: 1200 }, 429, "too_many_requests"],
		[{ kind: "invalid", faults }, 400, "invalid_request"],
	])("%j becomes %i %s", (refusal, status, code) => {
		const problem = toProblem(refusal);
		expect([problem.code, PROBLEMS[problem.code][0]]).toEqual([code, status]);
	});

	it("has the current step if another one was answered", () => {
		expect(toProblem({ kind: "stale", current: "st_1" }).step).toBe("st_1");
		expect(toProblem({ kind: "already_answered", current: "st_1" }).step).toBe("st_1");
		expect(toProblem({ kind: "already_answered", current: null }).step).toBeNull();
		expect(toProblem({ kind: "busy", current: "st_1" }).step).toBe("st_1");
		expect(toProblem({ kind: "ended" }).step).toBeNull();
	});
	it("has every fault of an answer", () => expect(toProblem({ kind: "invalid", faults }).errors).toEqual(faults));
	it("is the same for an unknown session and a wrong token", () =>
		expect(toProblem({ kind: "unauthenticated" })).toEqual(toProblem({ kind: "not_started" })));
});
