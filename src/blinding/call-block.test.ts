import { expect, it } from "vitest";
import { validStudy } from "../../test/support/protocol.ts";
import { callBlock, MOST_ADAPTER_BYTES, servedName } from "./call-block.ts";
import type { CallRecord } from "./sealed.ts";

it("is the same for every arm of a study, and has room for the longest prompt that any of them can have", () => {
	expect(callBlock(validStudy())).toBe(2048);
	expect(callBlock(validStudy({ "/system": "x".repeat(3000) }))).toBe(4 * 1024);
	const prompted = { kind: "prompt", template: "{{history}}", maxTokens: 1500 };
	const block = callBlock(validStudy({ "/arms/0/personalisation": prompted }));
	expect(block).toBeGreaterThanOrEqual(1024 + 2 * 4 * 1500);
	expect(block % 1024).toBe(0);
});

const adapter = "a".repeat(MOST_ADAPTER_BYTES);
/** Everything as long as it can be, but for its prompt. */
const longest: Omit<CallRecord, "model" | "servedModel"> & Record<string, unknown> = {
	sessionId: `ss_${"x".repeat(40)}`,
	conversationId: `cv_${"x".repeat(40)}`,
	turn: 100,
	label: "K7",
	startedAt: "2026-01-01T00:00:00.000Z",
	slot: "left",
	attempt: 300,
	provider: "openai-compatible",
	adapter,
	adapterStoodIn: false,
	inputTokens: Number.MAX_VALUE,
	outputTokens: Number.MAX_VALUE,
	countedBy: "estimate",
	cost: Number.MAX_VALUE,
	currency: "USD",
	startedAtMs: 1_800_000_000_000,
	firstFrameMs: 120_000,
	lastFrameMs: 120_000,
	finishReason: "content-filter",
	failure: "self_identified",
	prompt: null,
};

it.each([
	["{{adapter}}", adapter],
	["{{adapter}}/{{adapter}}", `${adapter}/${adapter}`],
	[`base-${"m".repeat(900)}:{{ adapter }}`, `base-${"m".repeat(900)}:${adapter}`],
])("has room for the longest names of adapters, models and servers: %#", (named, model) => {
	const study = validStudy({
		"/models/named": { provider: "openai-compatible", endpoint: "GPU", model: named },
		"/arms/0": { id: "one", model: "named", personalisation: { kind: "adapter", scope: "shared", adapter: "p" } },
	});
	for (const said of [model, "\u0001é👋".repeat(1000)]) {
		const record = { ...longest, model, servedModel: servedName(said, model) };
		expect(new TextEncoder().encode(JSON.stringify(record)).length).toBeLessThanOrEqual(callBlock(study));
	}
});

it("keeps a server's name whole where it is the one that was asked for, and its beginning where it is another", () => {
	const asked = "m".repeat(500);
	expect(servedName(asked, asked)).toBe(asked);
	expect(servedName("gpt-4o-2024-08-06", "gpt-4o")).toBe("gpt-4o-2024-08-06");
	expect(servedName(asked, "m")).toBe(`${"m".repeat(197)}…`);
	expect(servedName("👋".repeat(100), "m")).toBe(`${"👋".repeat(49)}…`);
});
