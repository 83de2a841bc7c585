import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { ModelFailure, type ModelSource, type SourceDelta } from "../model-types.ts";

/** Calls a language model of the AI SDK by its own `doStream`. Part ids, metadata and error texts are dropped. */
export const languageModelSource = (model: LanguageModelV4): ModelSource =>
	async function* (options) {
		const { stream } = await model.doStream(options);
		const reader = stream.getReader();
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) throw new ModelFailure("cut", true);
				const delta = deltaOf(value);
				if (delta) yield delta;
				if (delta?.kind === "end") return;
			}
		} finally {
			// Not awaited: a model that hangs would block this.
			void reader.cancel().catch(() => {});
		}
	};

function deltaOf(part: LanguageModelV4StreamPart): SourceDelta | null {
	switch (part.type) {
		case "text-delta":
			return { kind: "text", text: part.delta };
		case "reasoning-delta":
			return { kind: "hidden", text: part.delta };
		case "response-metadata":
			return part.modelId === undefined ? null : { kind: "served", model: part.modelId, isGenericUser: false };
		case "error":
			throw new ModelFailure("server_error", true);
		case "finish":
			return endOf(part);
		default:
			return null;
	}
}

function endOf({ finishReason, usage }: Extract<LanguageModelV4StreamPart, { type: "finish" }>): SourceDelta {
	const { unified } = finishReason;
	if (unified === "error" || unified === "interrupted") throw new ModelFailure("cut", true);
	return {
		kind: "end",
		finishReason: unified,
		inputTokens: usage.inputTokens.total ?? null,
		outputTokens: usage.outputTokens.total ?? null,
	};
}
