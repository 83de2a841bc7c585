import { expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { longestReply } from "../../../test/support/replies/sealed-calls.ts";
import { blockOf } from "./sealed-reply.ts";
import { blockSize, MAX_ADAPTER_BYTES, servedName } from "./sealed-size.ts";

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

it("follows only from the protocol, and has room for the longest prompt of any arm", () => {
	expect(blockSize(validStudy())).toBe(blockSize(validStudy()));
	const prompted = { kind: "prompt", template: "{{history}}", maxTokens: 1500 };
	const [plain, long, told] = [
		validStudy(),
		validStudy({ "/system": "x".repeat(3000) }),
		validStudy({ "/arms/0/personalisation": prompted }),
	].map(blockSize) as [number, number, number];
	expect(long - plain).toBeGreaterThanOrEqual(2 * 1024);
	expect(told - plain).toBeGreaterThanOrEqual(4 * 2 * 1500 - 1024);
	for (const size of [plain, long, told]) expect(size % 1024).toBe(0);
});

it("has room for discarded texts only if replies are regenerated", () => {
	const sizes = ["record", "mask", "regenerate"].map((handling) =>
		blockSize(validStudy({ "/blinding/selfIdentification": handling })),
	);
	expect(sizes[0]).toBe(sizes[1]);
	expect(sizes[2]).toBeGreaterThan(sizes[1] ?? 0);
});

it("stays below D1's limit for a row, for any protocol", () => {
	const huge = { provider: "openai-compatible", endpoint: "GPU", model: "m", maxOutputTokens: 32_000 };
	const size = blockSize(
		validStudy({
			"/models/huge": huge,
			"/arms/0": {
				id: "one",
				model: "huge",
				system: "\\".repeat(60_000),
				personalisation: { kind: "prompt", template: "{{history}}", maxTokens: 32_000 },
			},
			"/blinding/selfIdentification": "regenerate",
		}),
	);
	expect((size * 4) / 3).toBeLessThan(1_900_000);
});

const adapter = "a".repeat(MAX_ADAPTER_BYTES);

it.each([
	["{{adapter}}", adapter],
	["{{adapter}}/{{adapter}}", `${adapter}/${adapter}`],
	[`base-${"m".repeat(900)}:{{ adapter }}`, `base-${"m".repeat(900)}:${adapter}`],
])("has room for the longest calls and the longest names of adapters, models and servers: %#", (named, model) => {
	const study = validStudy({
		"/models/named": { provider: "openai-compatible", endpoint: "GPU", model: named },
		"/arms/0": { id: "one", model: "named", personalisation: { kind: "adapter", scope: "shared", adapter: "p" } },
		"/blinding/selfIdentification": "regenerate",
	});
	const size = blockSize(study);
	for (const said of [model, "\u0001é👋".repeat(1000)]) {
		const reply = longestReply({ model, adapter, servedModel: servedName(said, model) });
		const block = blockOf(reply, size);
		expect(block.truncated).toBe(false);
		expect(block.calls).toHaveLength(reply.calls.length);
		expect(bytesOf(block)).toBeLessThanOrEqual(size);
	}
});

it("keeps the requested model's name complete, and cuts another one", () => {
	const asked = "m".repeat(500);
	expect(servedName(asked, asked)).toBe(asked);
	expect(servedName("gpt-4o-2024-08-06", "gpt-4o")).toBe("gpt-4o-2024-08-06");
	expect(servedName(asked, "m")).toBe(`${"m".repeat(197)}…`);
	expect(servedName("👋".repeat(100), "m")).toBe(`${"👋".repeat(49)}…`);
});
