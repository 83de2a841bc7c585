import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { Model } from "../protocol/schema.ts";
import { type Endpoint, gatewayHeaders } from "./endpoints.ts";

export type OpenAICompatible = Extract<Model, { provider: "openai-compatible" }>;

/** What a protocol's provider options may not say otherwise: the arm, the conversation, and that it comes in a stream. */
const OURS = ["model", "messages", "stream"];

/**
 * A server that speaks chat completions. The protocol's provider options go into the body as they are written: by the
 * package's own way some names (`strictJsonSchema`) would be swallowed and others renamed.
 */
export function openAICompatible(model: OpenAICompatible, endpoint: Endpoint, fetcher?: typeof fetch): LanguageModelV4 {
	const options = Object.entries(model.providerOptions ?? {}).filter(([key]) => !OURS.includes(key));
	const provider = createOpenAICompatible({
		name: "endpoint",
		baseURL: endpoint.url,
		includeUsage: true,
		headers: gatewayHeaders(endpoint),
		...(endpoint.key !== null && { apiKey: endpoint.key }),
		...(fetcher && { fetch: fetcher }),
		transformRequestBody: (body) => ({ ...body, ...Object.fromEntries(options) }),
	});
	return provider.chatModel(model.model);
}
