import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { Model } from "../../protocol/schema/schema.ts";
import { askCompletion, type CallContext, type CompletionRequest } from "../completion/ask.ts";
import { type Endpoint, gatewayHeaders } from "../endpoints/endpoints.ts";
import type { ModelSource } from "../model-types.ts";

export type OpenAICompatible = Extract<Model, { provider: "openai-compatible" }>;

/** Fields of the body that a protocol's provider options must not set: model, conversation and streaming. */
const RESERVED_FIELDS = ["model", "messages", "stream"];

/** A server with the chat completions API. The protocol's provider options go into the body unchanged. */
export const openAICompatible =
	(model: OpenAICompatible, endpoint: Endpoint, asking: Omit<CallContext, "signal">): ModelSource =>
	(options) =>
		askCompletion(requestOf(model, endpoint, options), { ...asking, signal: options.abortSignal });

function requestOf(
	{ model, providerOptions = {} }: OpenAICompatible,
	endpoint: Endpoint,
	{ prompt, maxOutputTokens, temperature, topP, seed, responseFormat }: LanguageModelV4CallOptions,
): CompletionRequest {
	const more = Object.entries(providerOptions).filter(([key]) => !RESERVED_FIELDS.includes(key));
	const body = {
		model,
		// Fixes the position of `user` in the body: a gateway may look it up in the first bytes.
		user: undefined,
		max_tokens: maxOutputTokens,
		temperature,
		top_p: topP,
		seed,
		messages: messagesOf(prompt),
		stream: true,
		stream_options: { include_usage: true },
		...structured(responseFormat),
		...Object.fromEntries(more),
	};
	return { url: completionsUrl(endpoint), headers: headersOf(endpoint), body: JSON.stringify(body) };
}

/** Only simulating models are asked for structured output: a request for a participant's reply has no such field. */
const structured = (format: LanguageModelV4CallOptions["responseFormat"]): object =>
	format?.type === "json" && format.schema
		? {
				response_format: { type: "json_schema", json_schema: { name: format.name ?? "answer", schema: format.schema } },
			}
		: {};

/** The path goes before the query: Azure's addresses end in `?api-version=…`. */
function completionsUrl({ url }: Endpoint): string {
	const whole = new URL(url);
	whole.pathname = `${whole.pathname.replace(/\/+$/, "")}/chat/completions`;
	return whole.toString();
}

const headersOf = (endpoint: Endpoint): Record<string, string> => ({
	"content-type": "application/json",
	accept: "text/event-stream",
	// Some gateways refuse requests without this header.
	"user-agent": "crossover",
	...gatewayHeaders(endpoint),
	...(endpoint.key !== null && { authorization: `Bearer ${endpoint.key}` }),
});

const messagesOf = (prompt: LanguageModelV4Prompt): { role: string; content: string }[] =>
	prompt.map((message) => {
		if (message.role === "system") return { role: message.role, content: message.content };
		const texts = message.content.map((part) => (part.type === "text" ? part.text : ""));
		return { role: message.role, content: texts.join("") };
	});
