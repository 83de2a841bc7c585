import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { ModelFailure } from "../port.ts";
import { type ProviderOptions, sourceOf } from "../providers/model-source.ts";
import { fittingOf, withAdapter } from "./fitting.ts";
import { type ModelsOptions, modelOf } from "./open-models.ts";

/** As long as a reply may wait for its first text: a load that takes longer is no use to it either. */
const WARM_MS = 45_000;

/**
 * Loads the models and adapters of all arms of a study before the first message, also of arms that the participant does not meet. So the
 * wait depends on no arm, not even where people meet one each. One token each, and no row of `model_calls`: nothing of the participant is
 * sent. Never rejects.
 */
export async function warmUp(options: ModelsOptions): Promise<void> {
	const { protocol } = options;
	const fittings = options.fittings ? unseal(options.fittings, options.cipher) : null;
	const models = protocol.arms.flatMap((arm) => {
		const fitting = fittingOf(arm, fittings);
		return fitting ? [withAdapter(modelOf(protocol, arm), fitting)] : [];
	});
	const cold = new Map(models.filter(canBeCold).map((model) => [JSON.stringify(model), model]));
	await Promise.all([...cold.values()].map((model) => warm(options, model)));
}

/** Seed 0 has an answer told as it is: the health of an endpoint hears of every load. */
async function warm(options: ModelsOptions, model: Model): Promise<void> {
	const failure = await askOneToken(options, model, WARM_MS);
	options.report?.(model, failure, 0);
}

/** OpenAI loads nothing for us, and its reasoning models refuse so short a reply. */
export const canBeCold = ({ provider }: Model): boolean =>
	provider === "openai-compatible" || provider === "workers-ai";

/** Asks for one token, and tells what came of it: null where the model answered, else why not. */
export async function askOneToken(options: ProviderOptions, model: Model, withinMs: number): Promise<string | null> {
	const stop = new AbortController();
	// Not `AbortSignal.timeout`: that timer would keep an object awake, and billed, long after the answer.
	const timer = setTimeout(() => stop.abort(), withinMs);
	const request: LanguageModelV4CallOptions = {
		prompt: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
		maxOutputTokens: 1,
		abortSignal: stop.signal,
	};
	try {
		for await (const _ of sourceOf(options, model, Date.now)(request));
		return null;
	} catch (error) {
		return error instanceof ModelFailure ? error.reason : "network";
	} finally {
		clearTimeout(timer);
	}
}
