import { expect, it } from "vitest";
import type { Model } from "../../protocol/schema/schema.ts";
import { accountOf } from "./call-usage.ts";

const model: Model = { provider: "openai-compatible", endpoint: "GPU", model: "m", maxOutputTokens: 400 };
const priced: Model = { ...model, price: { input: 0.5, output: 2, currency: "USD" } };
const texts = { asked: "12345678", answered: "1234" };

it("uses the server's count", () => {
	expect(accountOf(model, { inputTokens: 21, outputTokens: 12 }, texts)).toEqual({
		inputTokens: 21,
		outputTokens: 12,
		countedBy: "server",
		cost: null,
		currency: null,
	});
});

it.each([
	[{ inputTokens: null, outputTokens: null }, 2, 1],
	[{ inputTokens: 21, outputTokens: null }, 21, 1],
])("is an estimate, and marked as one, if the server did not count: %j", (count, inputTokens, outputTokens) => {
	expect(accountOf(model, count, texts)).toMatchObject({ inputTokens, outputTokens, countedBy: "estimate" });
});

it("is null if no text was received", () => {
	const account = accountOf(priced, { inputTokens: null, outputTokens: null }, { asked: "12345678", answered: "" });
	expect(account).toEqual({ inputTokens: null, outputTokens: null, countedBy: null, cost: null, currency: null });
});

it("costs the tokens at the study's prices", () => {
	const account = accountOf(priced, { inputTokens: 1_000_000, outputTokens: 500_000 }, texts);
	expect(account).toMatchObject({ cost: 1.5, currency: "USD" });
});

it("never marks the rehearsal model's tokens as counted by a server", () => {
	const rehearsal: Model = { provider: "rehearsal", character: "warm", stream: "at-once" };
	expect(accountOf(rehearsal, { inputTokens: 3, outputTokens: 4 }, texts).countedBy).toBe("estimate");
});
