import { expect, it } from "vitest";
import { outcomeOf } from "./outcome.ts";

it.each([
	[200, "delivered"],
	[204, "delivered"],
	[299, "delivered"],
	[300, "redirected"],
	[301, "redirected"],
	[304, "redirected"],
	[308, "redirected"],
	[400, "refused"],
	[404, "refused"],
	[410, "gone"],
	[429, "refused"],
	[500, "refused"],
	[503, "refused"],
] as const)("the status %i means %s", (status, kind) =>
	expect(outcomeOf(status, null, 0)).toEqual({ kind, status, retryAfterMs: null }),
);

it("keeps the delay of a refusal", () =>
	expect(outcomeOf(429, "30", 0)).toEqual({ kind: "refused", status: 429, retryAfterMs: 30_000 }));

it("ignores the delay of a success", () => expect(outcomeOf(200, "30", 0).retryAfterMs).toBeNull());
