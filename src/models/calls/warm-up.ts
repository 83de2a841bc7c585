import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { ModelFailure } from "../model-types.ts";
import { type ProviderOptions, sourceOf } from "../providers/model-source.ts";
import { fittingOf, withAdapter } from "./fitting.ts";
import { type ModelsOptions, modelOf } from "./start-call.ts";

/** A reply waits this long for its first text, so a slower load would not help. */
const WARM_MS = 45_000;

/**
 * Loads the models and adapters of all arms before the first message, including arms that the participant does not meet. So the
 * wait does not depend on the arm, even with one arm for each participant. Each call asks for one token, sends no data of the
 * participant and writes no row of `model_calls`. Never rejects.
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

/** Reports are sampled by the seed, and seed 0 is always reported, so the endpoint's health object gets every load. */
async function warm(options: ModelsOptions, model: Model): Promise<void> {
	const failure = await askOneToken(options, model, WARM_MS);
	options.report?.(model, failure, 0);
}

/** OpenAI needs no warm-up, and its reasoning models refuse such short replies. */
export const canBeCold = ({ provider }: Model): boolean =>
	provider === "openai-compatible" || provider === "workers-ai";

/** Asks for one token. Null if the model answered, otherwise the reason of the failure. */
export async function askOneToken(options: ProviderOptions, model: Model, withinMs: number): Promise<string | null> {
	const stop = new AbortController();
	// Not `AbortSignal.timeout`: its timer would keep a Durable Object awake, and billed, long after the answer.
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
