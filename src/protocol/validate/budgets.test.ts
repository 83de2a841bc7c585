import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter } from "../../../test/support/protocols/protocol.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];

const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

const priced = (currency: string) => ({
	provider: "openai-compatible" as const,
	endpoint: "GPU",
	model: "m",
	price: { input: 1, output: 2, currency },
});

describe.each(["session", "study"])("a budget of the %s", (of) => {
	const path = `/limits/${of}`;
	cases([
		["in tokens", { "/limits": { [of]: { tokens: 100_000 } } }],
		["in money, of models that cost nothing", { "/limits": { [of]: { cost: 5, currency: "USD" } } }],
		[
			"in money, of models with prices",
			{ "/limits": { [of]: { cost: 5, currency: "USD" } }, "/models/warm": priced("USD") },
		],
		["without a limit", { "/limits": { [of]: {} } }, path],
		["without its currency", { "/limits": { [of]: { cost: 5 } } }, `${path}/currency`],
		["with a currency and nothing in it", { "/limits": { [of]: { tokens: 9000, currency: "USD" } } }, `${path}/cost`],
		[
			"in another currency than a price",
			{ "/limits": { [of]: { cost: 5, currency: "EUR" } }, "/models/warm": priced("USD") },
			"/models/warm/price",
		],
		[
			"of a model without a price",
			{ "/limits": { [of]: { cost: 5, currency: "EUR" } }, "/arms/0/model": "base" },
			"/models/base/price",
		],
	]);
});

describe("a budget of the session", () => {
	cases([
		["under its older name", { "/limits": { tokensPerSession: 100_000 } }],
		[
			"under both names",
			{ "/limits": { tokensPerSession: 100_000, session: { tokens: 100_000 } } },
			"/limits/tokensPerSession",
		],
		[
			"that the prompts alone use up",
			{ "/limits": { session: { tokens: 300 } }, "/system": "x".repeat(400) },
			"/limits/session/tokens",
		],
		[
			"under its older name, that the prompts alone use up",
			{ "/limits": { tokensPerSession: 300 }, "/system": "x".repeat(400) },
			"/limits/tokensPerSession",
		],
	]);
});
