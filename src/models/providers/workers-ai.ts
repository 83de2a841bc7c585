import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { createWorkersAI } from "workers-ai-provider";
import type { Model } from "../../protocol/schema/schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { openingFailure } from "../calls/failure.ts";
import { type ReadLimits, readCompletion } from "../completion/read.ts";
import type { ModelSource } from "../model-types.ts";

export type WorkersAI = Extract<Model, { provider: "workers-ai" }>;

/** The part of the Worker's binding that is used here. */
export type AiBinding = {
	readonly run: (model: string, inputs: Readonly<Record<string, unknown>>, options?: object) => Promise<unknown>;
};

type CallContext = { readonly clock: Clock; readonly limits: ReadLimits };

/** Workers AI. The package writes the inputs and names its errors; the reply is read by our own code, as for other servers. */
export const workersAI = (model: WorkersAI, binding: AiBinding, { clock, limits }: CallContext): ModelSource =>
	async function* (options) {
		let answer: unknown;
		try {
			answer = await run(model, binding, options);
		} catch (error) {
			throw openingFailure(error, clock);
		}
		// Some models send their answer as a whole, even if a stream was requested.
		const body = answer instanceof ReadableStream ? answer : new Response(JSON.stringify(answer)).body;
		if (body !== null) yield* readCompletion(body, limits);
	};

/**
 * The package silently drops inputs that it does not know: the LoRA, the seed, `top_k` and the penalties. Without the LoRA, an
 * adapted arm would be answered by its base model. So they are added between the package and the binding. No gateway is named,
 * so that nothing is cached or logged there.
 */
async function run(model: WorkersAI, binding: AiBinding, options: LanguageModelV4CallOptions): Promise<unknown> {
	const { seed } = options;
	const more = { ...(seed !== undefined && { seed: seedFor(seed) }), ...model.providerOptions };
	let answer: unknown;
	const wrapped = async (id: string, inputs: Readonly<Record<string, unknown>>, runOptions?: object) => {
		const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
		answer = await binding.run(id, { ...given, ...more }, runOptions);
		return {};
	};
	// The binding's type has a method for every model and kind of answer; the package calls only this one.
	await createWorkersAI({ binding: { run: wrapped } as unknown as Ai })(model.model).doStream(options);
	return answer;
}

/** Workers AI takes 1 to 9,999,999,999, and drawn seeds are 32 bits: 2^32 stands for the missing 0. */
const seedFor = (seed: number): number => (seed === 0 ? 2 ** 32 : seed);
