import { describe, expect, it } from "vitest";
import { eventually } from "../../support/http/worker.ts";
import { replyTo } from "../../support/models/model-server-behaviours.ts";
import { ask, cutOff, protocolWith, requestWith } from "./asking.ts";

describe("a chat completions server", () => {
	it("gets the protocol's request byte for byte, and nothing about the arm", async () => {
		const model = {
			temperature: 0.7,
			topP: 0.9,
			maxOutputTokens: 400,
			providerOptions: { top_k: 40, chat_template_kwargs: { enable_thinking: false }, user: "x", model: "not-this" },
		};
		await ask(protocolWith(model), "What goes over the wire?");
		const request = await requestWith("What goes over the wire?");
		expect(request.url).toBe("/v1/chat/completions");
		expect(request.headers.authorization).toBe("Bearer gpu-key");
		expect(request.body).toBe(
			'{"model":"ok","user":"x","max_tokens":400,"temperature":0.7,"top_p":0.9,"seed":99,"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What goes over the wire?"}],"stream":true,"stream_options":{"include_usage":true},"top_k":40,"chat_template_kwargs":{"enable_thinking":false}}',
		);
		expect(JSON.stringify(request)).not.toMatch(/secret-arm|K7/);
	});

	it("gets the protocol's seed and the arm's system prompt, and no key if none is bound", async () => {
		const protocol = protocolWith({ seed: 5 }, { arms: [{ id: "secret-arm", model: "served", system: "Be long." }] });
		await ask(protocol, "Whose seed?", { ENDPOINT_GPU_KEY: undefined });
		const { body, headers } = await requestWith("Whose seed?");
		expect(JSON.parse(body)).toMatchObject({ seed: 5, messages: [{ role: "system", content: "Be long." }, {}] });
		expect(headers.authorization).toBeUndefined();
	});

	it("gives texts, and an end with the server's token counts", async () => {
		const { texts, end, record } = await ask(protocolWith({}), "Say something.");
		expect(texts.join("")).toBe(replyTo("Say something."));
		// The first text comes at once, and later ones together.
		expect(texts.length).toBeGreaterThan(1);
		expect(end).toEqual({ kind: "end", finishReason: "stop", inputTokens: 21, outputTokens: 12 });
		expect(record).toMatchObject({ provider: "openai-compatible", model: "ok", servedModel: "ok" });
	});

	it.each(["no-such-lora", "no-such-lora-now"])(
		"refuses an adapter that it lacks (%s), which no repeat brings back",
		async (model) => {
			const { failure, texts } = await ask(protocolWith({ model }), `Adapter as ${model}?`);
			expect(failure).toMatchObject({ reason: "refused", retryable: false });
			expect(texts).toEqual([]);
			expect(`${failure?.message}${failure?.stack}`).not.toMatch(/does not exist/);
		},
	);

	it("gives the name of the served model, and an estimate if it does not count tokens", async () => {
		const alias = await ask(protocolWith({ model: "alias" }), "Who is there?");
		expect(alias.record).toMatchObject({ model: "alias", servedModel: "alias-2026-08-06", countedBy: "server" });
		const price = { input: 1, output: 2, currency: "USD" };
		const uncounted = await ask(protocolWith({ model: "uncounted", price }), "How much?");
		expect(uncounted.record).toMatchObject({ countedBy: "estimate", currency: "USD" });
		const { inputTokens, outputTokens, cost } = uncounted.record;
		expect(cost).toBeCloseTo(((inputTokens ?? 0) + 2 * (outputTokens ?? 0)) / 1e6, 12);
		expect(outputTokens).toBeGreaterThan(20);
	});

	it("is counted by its text so far after an eviction, because that is billed", () => {
		const priced = protocolWith({ price: { input: 1, output: 2, currency: "USD" } });
		const cut = cutOff(priced, "How much until then?", "12345678");
		expect(cut).toMatchObject({ failure: "evicted", countedBy: "estimate", outputTokens: 2, currency: "USD" });
		expect(cut.cost).toBeCloseTo(((cut.inputTokens ?? 0) + 2 * 2) / 1e6, 12);
		expect(cutOff(priced, "And of nothing?", "")).toMatchObject({ countedBy: null, outputTokens: null, cost: null });
	});

	it("asks only a gateway not to store requests", async () => {
		const sent: Headers[] = [];
		const fetcher: typeof fetch = async (_input, init) => {
			sent.push(new Headers(init?.headers));
			return new Response("{}", { status: 500 });
		};
		for (const url of ["https://gateway.ai.cloudflare.com/v1/a/g/compat", "https://gpu.example/v1"]) {
			await ask(protocolWith({}), "Keep it?", { ENDPOINT_GPU_URL: url }, undefined, fetcher);
		}
		expect(sent.map((headers) => headers.get("cf-aig-skip-cache"))).toEqual(["true", null]);
		expect(sent.map((headers) => headers.get("cf-aig-collect-log"))).toEqual(["false", null]);
	});

	it("does not show its reasoning", async () => {
		const { texts } = await ask(protocolWith({ model: "reasoning" }), "Think first.");
		expect(texts.join("")).toBe(replyTo("Think first."));
	});
});

describe("a model server that fails", () => {
	it.each([
		["rate-limited-always", { reason: "rate_limited", retryable: true, retryAfterMs: 1000 }],
		["server-error", { reason: "server_error", retryable: true, retryAfterMs: null }],
		["refused", { reason: "refused", retryable: false }],
		["cut-early", { retryable: true }],
	])("%s: fails with the matching reason before any text", async (model, failure) => {
		const asked = await ask(protocolWith({ model }), `Fail as ${model}.`);
		expect(asked.failure).toMatchObject(failure);
		expect(asked.texts).toEqual([]);
		expect(asked.record).toMatchObject({ model, servedModel: null });
	});

	it.each([
		["cut", "cut"],
		["no-end", "cut"],
		["error", "server_error"],
		["malformed", "malformed"],
	])("%s: fails with the matching reason after some text", async (model, reason) => {
		const asked = await ask(protocolWith({ model }), `Fail later as ${model}.`);
		expect(asked.failure?.reason).toBe(reason);
		expect(replyTo(`Fail later as ${model}.`).startsWith(asked.texts.join(""))).toBe(true);
		expect(asked.texts.length).toBeGreaterThan(0);
		expect(asked.end).toBeNull();
	});

	it("is a network failure if no server listens, and a refusal if it is not configured", async () => {
		const nobody = await ask(protocolWith({}), "Anyone?", { ENDPOINT_GPU_URL: "http://127.0.0.1:9/v1" });
		expect(nobody.failure).toMatchObject({ reason: "network", retryable: true });
		const unbound = await ask(protocolWith({}), "Anyone?", { ENDPOINT_GPU_URL: undefined });
		expect(unbound.failure).toMatchObject({ reason: "refused", retryable: false });
	});

	it("never repeats the server's text", async () => {
		for (const model of ["server-error", "error", "refused"]) {
			const { failure } = await ask(protocolWith({ model }), "Loose talk?");
			expect(`${failure?.message} ${failure?.stack} ${JSON.stringify(failure)} ${String(failure?.cause)}`).not.toMatch(
				/cannot serve|overheated|secret-model/,
			);
		}
	});

	it("gets no more requests after the call is stopped", async () => {
		const stop = new AbortController();
		const asked = ask(protocolWith({ model: "stall" }), "Wait for it.", {}, stop.signal);
		await requestArrived("Wait for it.");
		stop.abort();
		expect((await asked).end).toBeNull();
	});
});

/** Waits until the request is on its way, because the server is another process. */
const requestArrived = (text: string): Promise<unknown> =>
	eventually(() => requestWith(text).catch(() => null), `the request “${text}” arrives`);
