import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import type { Clock } from "../shared/clock.ts";
import { openingFailure, streamFailure } from "./failure.ts";
import { type ModelDelta, ModelFailure } from "./port.ts";

/** Everything of a provider's stream that may go on, and who it says that it is, which may not. */
export type LanguageModelCall = {
	readonly model: LanguageModelV4;
	readonly options: LanguageModelV4CallOptions;
	readonly served: (modelId: string) => void;
	readonly clock: Clock;
};

/**
 * Asks by the model's own `doStream` and passes on text and nothing else: part ids, reasoning, metadata and the texts of
 * errors all tell one provider from another. Every failure is a `ModelFailure`.
 */
export async function* textOf({ model, options, served, clock }: LanguageModelCall): AsyncGenerator<ModelDelta> {
	const reader = await open(model, options, clock);
	try {
		for (;;) {
			const { done, value } = await read(reader);
			if (done) throw new ModelFailure("cut", true);
			if (value.type === "response-metadata" && value.modelId !== undefined) served(value.modelId);
			if (value.type === "error") throw streamFailure(value.error);
			if (value.type === "text-delta" && value.delta !== "") yield { kind: "text", text: value.delta };
			if (value.type === "finish") {
				yield endOf(value);
				return;
			}
		}
	} finally {
		// Not awaited: a server that hangs would hold this back. After the end or an error it is of no account.
		void reader.cancel().catch(() => {});
	}
}

type Reader = ReadableStreamDefaultReader<LanguageModelV4StreamPart>;

async function open(model: LanguageModelV4, options: LanguageModelV4CallOptions, clock: Clock): Promise<Reader> {
	try {
		const { stream } = await model.doStream(options);
		return stream.getReader();
	} catch (error) {
		throw openingFailure(error, clock);
	}
}

async function read(reader: Reader) {
	try {
		return await reader.read();
	} catch (error) {
		throw streamFailure(error);
	}
}

function endOf({ finishReason, usage }: Extract<LanguageModelV4StreamPart, { type: "finish" }>): ModelDelta {
	const { unified } = finishReason;
	if (unified === "error" || unified === "interrupted") throw new ModelFailure("cut", true);
	return {
		kind: "end",
		finishReason: unified,
		inputTokens: usage.inputTokens.total ?? null,
		outputTokens: usage.outputTokens.total ?? null,
	};
}
