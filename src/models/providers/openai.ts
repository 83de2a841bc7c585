import { createOpenAI } from "@ai-sdk/openai";
import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { Model } from "../../protocol/schema/schema.ts";
import { type Asking, askCompletion, type CompletionRequest } from "../completion/ask.ts";
import { type Endpoint, gatewayHeaders } from "../endpoints/endpoints.ts";
import type { ModelSource } from "../port.ts";

export type OpenAI = Extract<Model, { provider: "openai" }>;

/**
 * OpenAI by chat completions: unlike the Responses API it takes a seed, and keeps no conversation on the server. The package
 * writes the request, because reasoning models want other fields than the rest. The reply is read here, as any server's is.
 */
export const openAI = (model: OpenAI, endpoint: Endpoint, asking: Omit<Asking, "signal">): ModelSource =>
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
	const provider = createOpenAI({
		baseURL: endpoint.url,
		apiKey: endpoint.key ?? "",
		headers: gatewayHeaders(endpoint),
		fetch: async (input, init) => {
			const headers = Object.fromEntries(new Headers(init?.headers));
			request = { url: String(input), headers, body: bodyOf(model, init?.body) };
			throw new RequestWritten();
		},
	});
	try {
		await provider.chat(model.model).doStream(options);
	} catch (error) {
		if (request === null) throw error;
	}
	if (request === null) throw new Error("the package sent no request");
	return request;
}

/** Stops the package once it has written the request. */
class RequestWritten extends Error {}

/**
 * What the protocol says goes into the body as it is written. The package would leave out `temperature` for models that it
 * thinks do not take it. Opening the study has asked whether they do (`capabilities.ts`); after that the server decides.
 */
function bodyOf({ temperature, topP, providerOptions = {} }: OpenAI, body: unknown): string {
	const { model, messages, stream, ...rest }: Record<string, unknown> = JSON.parse(String(body));
	const ours = {
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { top_p: topP }),
		...providerOptions,
	};
	return JSON.stringify({ ...rest, ...ours, model, messages, stream });
}
