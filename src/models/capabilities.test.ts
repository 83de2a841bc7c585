import { createOpenAI } from "@ai-sdk/openai";
import { describe, expect, it } from "vitest";
import { validStudy } from "../../test/support/protocol.ts";
import { capabilityFaults } from "./capabilities.ts";

const faultsOf = (model: object) => capabilityFaults(validStudy({ "/models/warm": model }));
const pointersOf = (model: object) => faultsOf(model).map(({ pointer }) => pointer.replace("/models/warm/", ""));

const LLAMA = { provider: "workers-ai", model: "@cf/meta/llama-3.3-70b-instruct-fp8-fast" };

describe("what a provider cannot honour", () => {
	it.each<[object, ...string[]]>([
		[{ ...LLAMA, seed: 0 }, "seed"],
		[{ ...LLAMA, seed: 10_000_000_000 }, "seed"],
		[{ ...LLAMA, model: "openai/gpt-5" }, "model"],
		[{ ...LLAMA, providerOptions: { top_k: 51, min_p: 0.1 } }, "providerOptions/top_k", "providerOptions/min_p"],
		[{ ...LLAMA, providerOptions: { lora: "", raw: "yes" } }, "providerOptions/lora", "providerOptions/raw"],
		[{ provider: "openai", model: "o4-mini", temperature: 0.5 }, "temperature"],
		[{ provider: "openai", model: "gpt-5-mini", topP: 0.5 }, "topP"],
		[{ provider: "openai", model: "ft:gpt-5:lab::1", temperature: 0.5 }, "temperature"],
		[{ provider: "openai", model: "gpt-4o", providerOptions: { top_k: 4 } }, "providerOptions/top_k"],
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

	it("is nothing of what it can", () => {
		const options = { lora: "one-lora", top_k: 50, repetition_penalty: 1.1, frequency_penalty: 0, raw: false };
		expect(faultsOf({ ...LLAMA, temperature: 0.6, topP: 0.9, seed: 1, providerOptions: options })).toEqual([]);
		expect(faultsOf({ provider: "openai", model: "gpt-4o", temperature: 1, topP: 0.5 })).toEqual([]);
		expect(faultsOf({ provider: "openai", model: "gpt-5-chat-latest", temperature: 1 })).toEqual([]);
		const none = { reasoning_effort: "none" };
		expect(faultsOf({ provider: "openai", model: "gpt-5.1", temperature: 1, providerOptions: none })).toEqual([]);
		const vllm = { provider: "openai-compatible", endpoint: "GPU", model: "m" };
		expect(faultsOf({ ...vllm, temperature: 2, providerOptions: { top_k: 900, lora_path: "x" } })).toEqual([]);
	});

	it("says what to do about it", () => {
		expect(faultsOf({ ...LLAMA, providerOptions: { top_k: 0 } })).toEqual([
			{ pointer: "/models/warm/providerOptions/top_k", detail: "Workers AI takes a whole number from 1 to 50 here." },
		]);
	});

	it("is no concern of a model that no arm uses", () => {
		expect(
			capabilityFaults(validStudy({ "/models/base": { provider: "openai", model: "o3", temperature: 1 } })),
		).toEqual([]);
	});
});

/** The package takes `temperature` out where it thinks that the model reasons: our table has to know the same models. */
it.each([
	"gpt-4o",
	"gpt-4.1-mini",
	"gpt-5",
	"gpt-5-nano",
	"gpt-5.2",
	"gpt-5-chat-latest",
	"gpt-6-sol",
	"o1",
	"o3-mini",
])("agrees with the package on whether %s samples", async (model) => {
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
