import { OpenAIChatLanguageModel } from "@ai-sdk/openai/internal";
import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { Model } from "../../protocol/schema/schema.ts";
import { askCompletion, type CallContext, type CompletionRequest } from "../completion/ask.ts";
import { type Endpoint, gatewayHeaders } from "../endpoints/endpoints.ts";
import type { ModelSource } from "../model-types.ts";

export type OpenAI = Extract<Model, { provider: "openai" }>;

/**
 * OpenAI by chat completions: unlike the Responses API, it takes a seed and keeps no conversation on the server. The package
 * writes the request, because reasoning models need different fields. The reply is read by our own code, as for other servers.
 * `createOpenAI` would bring every kind of model into the Worker, 80 kB compressed that nothing calls.
 */
export const openAI = (model: OpenAI, endpoint: Endpoint, asking: Omit<CallContext, "signal">): ModelSource =>
	async function* (options) {
		const request = await requestBy(model, endpoint, options);
		yield* askCompletion(request, { ...asking, signal: options.abortSignal });
	};

async function requestBy(
	model: OpenAI,
	endpoint: Endpoint,
	options: LanguageModelV4CallOptions,
): Promise<CompletionRequest> {
	let request: CompletionRequest | null = null;
	const base = endpoint.url.replace(/\/$/, "");
	const writer = new OpenAIChatLanguageModel(model.model, {
		provider: "openai.chat",
		url: ({ path }) => `${base}${path}`,
		headers: { authorization: `Bearer ${endpoint.key ?? ""}`, ...gatewayHeaders(endpoint) },
		fetch: async (input, init) => {
			const headers = Object.fromEntries(new Headers(init?.headers));
			request = { url: String(input), headers, body: bodyOf(model, init?.body) };
			throw new RequestWritten();
		},
	});
	try {
		await writer.doStream(options);
	} catch (error) {
		if (request === null) throw error;
	}
	if (request === null) throw new Error("the package made no request");
	return request;
}

/** Stops the package after it has written the request. */
class RequestWritten extends Error {}

/**
 * Puts the protocol's options into the body unchanged. The package would omit `temperature` for models that it takes for
 * reasoning models. `capabilities.ts` checks this when the study opens; after that the server decides.
 */
function bodyOf({ temperature, topP, providerOptions = {} }: OpenAI, body: unknown): string {
	const { model, messages, stream, ...rest }: Record<string, unknown> = JSON.parse(String(body));
	const own = {
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { top_p: topP }),
		...providerOptions,
	};
	return JSON.stringify({ ...rest, ...own, model, messages, stream });
}
