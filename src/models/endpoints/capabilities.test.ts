import { createOpenAI } from "@ai-sdk/openai";
import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { capabilityFaults } from "./capabilities.ts";

const faultsOf = (model: object) => capabilityFaults(validStudy({ "/models/warm": model }));
const pointersOf = (model: object) => faultsOf(model).map(({ pointer }) => pointer.replace("/models/warm/", ""));

const LLAMA = { provider: "workers-ai", model: "@cf/meta/llama-3.3-70b-instruct-fp8-fast" };

/** Options of a model that does not reason. */
const REASONABLE: Readonly<Record<string, unknown>> = {
	stop: "\n",
	logprobs: true,
	top_logprobs: 2,
	frequency_penalty: 0.5,
	presence_penalty: 0.5,
	logit_bias: { 50256: -100 },
};

describe("an option that the provider does not support", () => {
	it.each<[object, ...string[]]>([
		[{ ...LLAMA, seed: 0 }, "seed"],
		[{ ...LLAMA, seed: 10_000_000_000 }, "seed"],
		[{ ...LLAMA, model: "openai/gpt-5" }, "model"],
		[{ ...LLAMA, providerOptions: { top_k: 51, min_p: 0.1 } }, "providerOptions/top_k", "providerOptions/min_p"],
		[{ ...LLAMA, providerOptions: { lora: "", raw: "yes" } }, "providerOptions/lora", "providerOptions/raw"],
		[{ provider: "openai", model: "o4-mini", temperature: 0.5 }, "temperature"],
		[{ provider: "openai", model: "gpt-5-mini", topP: 0.5 }, "topP"],
		[{ provider: "openai", model: "ft:gpt-5:lab::1", temperature: 0.5 }, "temperature"],
		[{ ...LLAMA, providerOptions: { response_format: { type: "json_object" } } }, "providerOptions/response_format"],
		[{ ...LLAMA, providerOptions: { reasoning_effort: "a lot" } }, "providerOptions/reasoning_effort"],
		[{ ...LLAMA, providerOptions: { reasoning_effort: 3 } }, "providerOptions/reasoning_effort"],
		[{ ...LLAMA, providerOptions: { chat_template_kwargs: "x" } }, "providerOptions/chat_template_kwargs"],
		[{ ...LLAMA, providerOptions: { chat_template_kwargs: { other: 1 } } }, "providerOptions/chat_template_kwargs"],
		[{ ...LLAMA, providerOptions: { chat_template_kwargs: null } }, "providerOptions/chat_template_kwargs"],
		...["top_k", "repetition_penalty", "min_p", "lora", "chat_template_kwargs", "tools_of_my_own"].map(
			(name): [object, string] => [
				{ provider: "openai", model: "gpt-4o", providerOptions: { [name]: 1 } },
				`providerOptions/${name}`,
			],
		),
		...Object.entries({
			frequency_penalty: 3,
			logit_bias: { 50256: 101 },
			logprobs: 5,
			top_logprobs: 21,
			stop: ["a", "b", "c", "d", "e"],
			response_format: { type: "xml" },
			metadata: { a: 1 },
			user: "",
			store: "no",
			service_tier: "cheap",
			prediction: "x",
			reasoning_effort: "low",
			verbosity: "low",
			web_search_options: {},
		}).map(([name, value]): [object, string] => [
			{ provider: "openai", model: "gpt-4o", providerOptions: { [name]: value } },
			`providerOptions/${name}`,
		]),
		...["stop", "logprobs", "top_logprobs", "frequency_penalty", "presence_penalty", "logit_bias"].flatMap((name) =>
			["o3-mini", "gpt-5-mini"].map((model): [object, string] => [
				{ provider: "openai", model, providerOptions: { [name]: REASONABLE[name] } },
				`providerOptions/${name}`,
			]),
		),
		[
			{ provider: "openai", model: "gpt-5.1", providerOptions: { reasoning_effort: "none", stop: "x" } },
			"providerOptions/stop",
		],
		[
			{ provider: "openai", model: "gpt-5", providerOptions: { reasoning_effort: "none" } },
			"providerOptions/reasoning_effort",
		],
		[{ provider: "openai", model: "o3", providerOptions: { verbosity: "low" } }, "providerOptions/verbosity"],
		[{ provider: "openai", model: "o1", providerOptions: { service_tier: "flex" } }, "providerOptions/service_tier"],
		[{ provider: "openai", model: "gpt-4o-search-preview", temperature: 0.5, topP: 0.5 }, "temperature", "topP"],
		[
			{
				provider: "openai",
				model: "gpt-4o-mini-search-preview-2025-03-11",
				providerOptions: { presence_penalty: 0, frequency_penalty: 0 },
			},
			"providerOptions/presence_penalty",
			"providerOptions/frequency_penalty",
		],
		[
			{
				provider: "openai-compatible",
				endpoint: "GPU",
				model: "m",
				providerOptions: { model: "other", n: 2, seed: 1 },
			},
			"providerOptions/model",
			"providerOptions/n",
			"providerOptions/seed",
		],
	])("is refused when the study opens: %j", (model, ...pointers) => {
		expect(pointersOf(model).sort()).toEqual(pointers.sort());
	});

	it("is no fault if the provider supports it", () => {
		const options = { lora: "one-lora", top_k: 50, repetition_penalty: 1.1, frequency_penalty: 0, raw: false };
		expect(faultsOf({ ...LLAMA, temperature: 0.6, topP: 0.9, seed: 1, providerOptions: options })).toEqual([]);
		const thinking = { reasoning_effort: null, chat_template_kwargs: { enable_thinking: false } };
		expect(faultsOf({ ...LLAMA, providerOptions: { ...thinking, response_format: { type: "text" } } })).toEqual([]);
		const said = { metadata: { study: "x" }, user: "u", store: false, service_tier: "priority", stop: ["a", "b"] };
		const sampled = { temperature: 1, topP: 0.5, providerOptions: { ...REASONABLE, ...said } };
		expect(faultsOf({ provider: "openai", model: "gpt-4o", ...sampled })).toEqual([]);
		const search = { web_search_options: { search_context_size: "low" } };
		expect(faultsOf({ provider: "openai", model: "gpt-4o-search-preview", providerOptions: search })).toEqual([]);
		const effort = { reasoning_effort: "minimal", verbosity: "low", service_tier: "flex" };
		expect(faultsOf({ provider: "openai", model: "gpt-5-mini", providerOptions: effort })).toEqual([]);
		expect(faultsOf({ provider: "openai", model: "gpt-5-chat-latest", temperature: 1 })).toEqual([]);
		const none = { reasoning_effort: "none", logprobs: true };
		expect(faultsOf({ provider: "openai", model: "gpt-5.1", temperature: 1, providerOptions: none })).toEqual([]);
		const vllm = { provider: "openai-compatible", endpoint: "GPU", model: "m" };
		expect(faultsOf({ ...vllm, temperature: 2, providerOptions: { top_k: 900, lora_path: "x" } })).toEqual([]);
	});

	it("has a detail that says what to do", () => {
		expect(faultsOf({ ...LLAMA, providerOptions: { top_k: 0 } })).toEqual([
			{ pointer: "/models/warm/providerOptions/top_k", detail: "Workers AI takes a whole number from 1 to 50 here." },
		]);
		expect(faultsOf({ provider: "openai", model: "gpt-4o", providerOptions: { lora: "x" } })).toEqual([
			{
				pointer: "/models/warm/providerOptions/lora",
				detail: expect.stringMatching(/^OpenAI does not take this\. It takes frequency_penalty, /),
			},
		]);
	});

	it("is ignored in a model that no arm uses", () => {
		expect(
			capabilityFaults(validStudy({ "/models/base": { provider: "openai", model: "o3", temperature: 1 } })),
		).toEqual([]);
	});
});

/** The package drops `temperature` for models that it takes for reasoning models: our table has to list the same models. */
it.each([
	"gpt-4o",
	"gpt-4.1-mini",
	"gpt-5",
	"gpt-5-nano",
	"gpt-5.2",
	"gpt-5-chat-latest",
	"gpt-5.1-chat-latest",
	"gpt-6-sol",
	"gpt-4o-search-preview",
	"gpt-4o-mini-search-preview-2025-03-11",
	"o1",
	"o3-mini",
])("agrees with the package whether %s takes a temperature", async (model) => {
	const dropped = await dropsTemperature(model);
	expect(pointersOf({ provider: "openai", model, temperature: 1 })).toEqual(dropped ? ["temperature"] : []);
});

async function dropsTemperature(model: string): Promise<boolean> {
	let sent = "";
	const asked = createOpenAI({
		apiKey: "k",
		fetch: async (_url, init) => {
			sent = String(init?.body);
			return new Response("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } });
		},
	}).chat(model);
	await asked.doStream({ prompt: [{ role: "user", content: [{ type: "text", text: "?" }] }], temperature: 1 });
	return JSON.parse(sent).temperature === undefined;
}
