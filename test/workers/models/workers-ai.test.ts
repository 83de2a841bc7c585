import { describe, expect, it } from "vitest";
import { ask, protocolWith } from "./asking.ts";

type Run = { readonly model: string; readonly inputs: unknown; readonly options: unknown };

/** A binding that records its inputs, and answers with Workers AI's events, cut at arbitrary bytes. */
function fakeAi(events: readonly string[] | Error) {
	const runs: Run[] = [];
	const run = async (model: string, inputs: unknown, options: unknown) => {
		runs.push({ model, inputs: structuredClone(inputs), options });
		if (events instanceof Error) throw events;
		const bytes = new TextEncoder().encode(events.join(""));
		return new ReadableStream({
			start(controller) {
				for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
				controller.close();
			},
		});
	};
	return { AI: { run }, runs };
}

const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
const DONE = "data: [DONE]\n\n";
const USAGE = { prompt_tokens: 30, completion_tokens: 3, total_tokens: 33 };
const HELLO = [event({ response: "Hel" }), event({ response: "lo — 👋" }), event({ response: "", usage: USAGE }), DONE];

const LLAMA = "@cf/meta/llama-3.3-70b-instruct-fp8-fast";
const llama = (more: object = {}) => ({ models: { served: { provider: "workers-ai", model: LLAMA, ...more } } });

describe("Workers AI", () => {
	it("gets the LoRA, the seed and every parameter of the protocol as inputs", async () => {
		const { AI, runs } = fakeAi(HELLO);
		const options = {
			lora: "pooled-1",
			top_k: 40,
			repetition_penalty: 1.1,
			frequency_penalty: 0.1,
			presence_penalty: 0.2,
		};
		const sampling = { temperature: 0.6, topP: 0.9, maxOutputTokens: 500, providerOptions: options };
		await ask(protocolWith({}, llama(sampling)), "Which weights?", { AI });
		expect(runs).toHaveLength(1);
		expect(runs[0]).toMatchObject({ model: LLAMA });
		expect(JSON.stringify(runs[0]?.inputs)).toBe(
			'{"max_tokens":500,"messages":[{"content":"Be brief.","role":"system"},{"content":"Which weights?","role":"user"}],"temperature":0.6,"top_p":0.9,"stream":true,"seed":99,"lora":"pooled-1","top_k":40,"repetition_penalty":1.1,"frequency_penalty":0.1,"presence_penalty":0.2}',
		);
		expect(JSON.stringify(runs[0]?.inputs)).not.toMatch(/secret-arm|K7/);
	});

	it("is called without a gateway, which would cache and log replies", async () => {
		const { AI, runs } = fakeAi(HELLO);
		await ask(protocolWith({}, llama()), "By which way?", { AI });
		expect(runs[0]?.options).toEqual({ gateway: undefined, signal: expect.any(AbortSignal) });
	});

	it("gives texts and its token counts", async () => {
		const { texts, record } = await ask(protocolWith({}, llama()), "Hello?", { AI: fakeAi(HELLO).AI });
		expect(texts).toEqual(["Hel", "lo — 👋"]);
		expect(record).toMatchObject({ provider: "workers-ai", model: LLAMA, servedModel: null });
		expect(record).toMatchObject({ inputTokens: 30, outputTokens: 3, countedBy: "server" });
	});

	it("is counted by estimate if it does not count, and never as zero", async () => {
		const { AI } = fakeAi([event({ response: "12345678" }), DONE]);
		const { record } = await ask(protocolWith({}, llama()), "How many?", { AI });
		expect(record).toMatchObject({ outputTokens: 2, countedBy: "estimate" });
		expect(record.inputTokens).toBeGreaterThan(0);
	});

	it("gives the name of the served model in events of the newer form", async () => {
		const chunk = { model: "@cf/moonshotai/kimi-k2.6", choices: [{ index: 0, delta: { content: "Hi" } }] };
		const { AI } = fakeAi([event(chunk), event({ ...chunk, choices: [{ delta: {}, finish_reason: "stop" }] }), DONE]);
		const { texts, record } = await ask(protocolWith({}, llama()), "Who?", { AI });
		expect(texts).toEqual(["Hi"]);
		expect(record.servedModel).toBe("@cf/moonshotai/kimi-k2.6");
	});

	it.each([
		["out of capacity", new Error("3040: Capacity temporarily exceeded, please try again."), "rate_limited", true],
		["a stream without its end", [event({ response: "Hel" })], "cut", true],
		["an event that is no JSON", [event({ response: "Hel" }), "data: {secret words\n\n"], "malformed", true],
		["an error in mid-stream", [event({ errors: [{ message: "llama is hot" }] })], "server_error", true],
	])("fails with the matching reason, without its own text: %s", async (_case, events, reason, retryable) => {
		const { failure } = await ask(protocolWith({}, llama()), "Fail?", { AI: fakeAi(events).AI });
		expect(failure).toMatchObject({ reason, retryable, message: reason });
		expect(`${failure?.stack}`).not.toMatch(/llama|secret|Capacity/);
	});

	it("is refused if the Worker has no such binding", async () => {
		const { failure } = await ask(protocolWith({}, llama()), "Anyone?", { AI: undefined });
		expect(failure).toMatchObject({ reason: "refused", retryable: false });
	});
});
