import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { createWorkersAI } from "workers-ai-provider";
import type { Model } from "../../protocol/schema/schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { openingFailure } from "../calls/failure.ts";
import { type ReadLimits, readCompletion } from "../completion/read.ts";
import type { ModelSource } from "../port.ts";

export type WorkersAI = Extract<Model, { provider: "workers-ai" }>;

/** The Worker's binding, as far as it is used here. */
export type AiBinding = {
	readonly run: (model: string, inputs: Readonly<Record<string, unknown>>, options?: object) => Promise<unknown>;
};

type Asking = { readonly clock: Clock; readonly limits: ReadLimits };

/** Workers AI. The package writes the inputs and names its errors; the reply is read here, as any server's is. */
export const workersAI = (model: WorkersAI, binding: AiBinding, { clock, limits }: Asking): ModelSource =>
	async function* (options) {
		let answer: unknown;
		try {
			answer = await run(model, binding, options);
		} catch (error) {
			throw openingFailure(error, clock);
		}
		// Some models answer whole, whatever was asked for.
		const body = answer instanceof ReadableStream ? answer : new Response(JSON.stringify(answer)).body;
		if (body !== null) yield* readCompletion(body, limits);
	};

/**
 * The package leaves out of the inputs what it does not know: the LoRA, the seed, `top_k` and the penalties would be dropped
 * without a word, and an adapted arm would be answered by its base model. They are put in between the package and the
 * binding. No gateway is named, so that nothing is cached and nothing is kept in a gateway's log.
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
	// The binding's own type has a method for every model and every kind of answer; the package calls this one.
	await createWorkersAI({ binding: { run: wrapped } as unknown as Ai })(model.model).doStream(options);
	return answer;
}

/** Workers AI takes 1 to 9,999,999,999, and drawn seeds are 32 bits: the one that it lacks is the one after the last. */
const seedFor = (seed: number): number => (seed === 0 ? 2 ** 32 : seed);
