import { createOpenAI } from "@ai-sdk/openai";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { Model } from "../protocol/schema.ts";
import { type Endpoint, gatewayHeaders } from "./endpoints.ts";

export type OpenAI = Extract<Model, { provider: "openai" }>;

/**
 * OpenAI by chat completions: unlike the Responses API it takes a seed, and keeps no conversation on the server. What the
 * protocol says goes into the body as it is written. The package would take `temperature` out for models that it thinks do
 * not have it; whether they do is asked when the study opens (`capabilities.ts`), and after that the server decides.
 */
export function openAI(model: OpenAI, endpoint: Endpoint, fetcher: typeof fetch = fetch): LanguageModelV4 {
	const { temperature, topP, providerOptions = {} } = model;
	const ours = {
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { top_p: topP }),
		...providerOptions,
	};
	const provider = createOpenAI({
		baseURL: endpoint.url,
		apiKey: endpoint.key ?? "",
		headers: gatewayHeaders(endpoint),
		fetch: (input, init) => fetcher(input, { ...init, body: withFields(init?.body, ours) }),
	});
	return provider.chat(model.model);
}

function withFields(body: unknown, fields: Readonly<Record<string, unknown>>): string {
	const { model, messages, stream, ...rest }: Record<string, unknown> = JSON.parse(String(body));
	return JSON.stringify({ ...rest, ...fields, model, messages, stream });
}
