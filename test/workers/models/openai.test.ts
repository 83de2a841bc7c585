import { describe, expect, inject, it } from "vitest";
import { replyTo } from "../../support/models/model-server-behaviours.ts";
import { ask, protocolWith, requestWith } from "./asking.ts";

/** Uses OpenAI's own address unless another one is bound; here the model server's. */
const at = () => ({ ENDPOINT_OPENAI_URL: inject("modelServerUrl"), ENDPOINT_OPENAI_KEY: "sk-openai" });
const openai = (model: object) => ({ models: { served: { provider: "openai", model: "gpt-4o", ...model } } });

describe("OpenAI", () => {
	it("gets chat completions, byte for byte as in the protocol", async () => {
		const options = { frequency_penalty: 0.2, store: false, model: "not-this" };
		const sampling = { temperature: 0.7, topP: 0.9, maxOutputTokens: 300, providerOptions: options };
		await ask(protocolWith({}, openai(sampling)), "What goes to OpenAI?", at());
		const request = await requestWith("What goes to OpenAI?");
		expect(request.url).toBe("/v1/chat/completions");
		expect(request.headers.authorization).toBe("Bearer sk-openai");
		expect(request.body).toBe(
			'{"max_tokens":300,"temperature":0.7,"top_p":0.9,"seed":99,"stream_options":{"include_usage":true},"frequency_penalty":0.2,"store":false,"model":"gpt-4o","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What goes to OpenAI?"}],"stream":true}',
		);
	});

	it("gets the fields of its reasoning models, and no parameter is dropped", async () => {
		const model = { model: "gpt-5.1", temperature: 0.4, providerOptions: { reasoning_effort: "none" } };
		await ask(protocolWith({}, openai(model)), "Reason without reasoning?", at());
		const body = JSON.parse((await requestWith("Reason without reasoning?")).body);
		expect(body).toMatchObject({ temperature: 0.4, reasoning_effort: "none", max_completion_tokens: 400, seed: 99 });
		expect(body.messages[0]).toEqual({ role: "developer", content: "Be brief." });
		expect(body.max_tokens).toBeUndefined();
	});

	it("gives texts, tokens, and the name of the served model", async () => {
		const { texts, record } = await ask(protocolWith({}, openai({ model: "alias" })), "Who are you today?", at());
		expect(texts.join("")).toBe(replyTo("Who are you today?"));
		expect(record).toMatchObject({ provider: "openai", model: "alias", servedModel: "alias-2026-08-06" });
		expect(record).toMatchObject({ inputTokens: 21, outputTokens: 12, countedBy: "server" });
	});

	it("refuses a parameter without naming it", async () => {
		const { failure } = await ask(protocolWith({}, openai({ model: "no-such-parameter" })), "Take it?", at());
		expect(failure).toMatchObject({ reason: "refused", retryable: false, message: "refused" });
		expect(`${failure?.stack}${String(failure?.cause)}`).not.toMatch(/temperature|gpt|openai\.com/);
	});

	it("is not called without its key", async () => {
		const { failure } = await ask(protocolWith({}, openai({})), "No key?", { ...at(), ENDPOINT_OPENAI_KEY: undefined });
		expect(failure).toMatchObject({ reason: "refused", retryable: false });
	});
});
