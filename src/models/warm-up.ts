import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ArmKey, Sealed } from "../blinding/sealed.ts";
import { unseal } from "../blinding/unseal.ts";
import type { Model } from "../protocol/schema.ts";
import type { ArmLabel } from "../randomisation/plan.ts";
import { fittingOf, withAdapter } from "./fitted.ts";
import { ModelFailure } from "./port.ts";
import { type ProviderOptions, sourceOf } from "./request.ts";
import { armOf, type ModelsOptions, modelOf } from "./resolve.ts";

/** As long as a reply may wait for its first text: a load that takes longer is no use to it either. */
const WARM_MS = 45_000;

/**
 * Has every model and adapter of a participant's plan loaded before the first message, so that a cold load cannot show which
 * arm it was. One token each; no row of `model_calls`, for nothing of the participant goes with it. Never rejects.
 */
export async function warmUp(options: ModelsOptions, arms: Sealed<ArmKey>, labels: readonly ArmLabel[]): Promise<void> {
	const fittings = options.fittings ? unseal(options.fittings) : null;
	const models = labels.flatMap((label) => {
		const arm = armOf(options.protocol, { arms, label });
		const fitting = fittingOf(arm, fittings);
		return fitting ? [withAdapter(modelOf(options.protocol, arm), fitting)] : [];
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
