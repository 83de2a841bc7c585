import type {
	LanguageModelV4,
	LanguageModelV4CallOptions,
	LanguageModelV4Prompt,
	LanguageModelV4StreamPart,
	LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { ThreadMessage } from "../model-types.ts";
import type { Character } from "./characters.ts";
import { composeReply } from "./compose.ts";
import type { Library } from "./library.ts";

/** Similar to the speed of speech. */
export const CHARACTERS_PER_SECOND = 60;
const MS_PER_CHARACTER = 1000 / CHARACTERS_PER_SECOND;
/** People read the question before they answer. */
export const THINKING_MS = 400;

export type RehearsalOptions = { readonly atOnce: boolean; readonly library: () => Promise<Library> };

/**
 * A stand-in for a language model: offline, free, and deterministic for a seed, character and conversation. For demos, pilots
 * and tests. It answers about the topics of its library, and says so if it has no answer.
 */
export function rehearsalModel(character: Character, { atOnce, library }: RehearsalOptions): LanguageModelV4 {
	const write = async ({ prompt, seed = 0 }: LanguageModelV4CallOptions) =>
		composeReply(await library(), { character, thread: threadOf(prompt), seed });
	return {
		specificationVersion: "v4",
		provider: "rehearsal",
		modelId: character,
		supportedUrls: {},
		doGenerate: async (options) => {
			const text = await write(options);
			return { content: [{ type: "text", text }], finishReason: STOP, usage: usageOf(options, text), warnings: [] };
		},
		doStream: async (options) => ({ stream: streamed(character, await write(options), options, atOnce) }),
	};
}

const STOP = { unified: "stop", raw: undefined } as const;

function threadOf(prompt: LanguageModelV4Prompt): ThreadMessage[] {
	return prompt.flatMap((message): ThreadMessage[] => {
		if (message.role !== "user" && message.role !== "assistant") return [];
		const text = message.content.map((part) => (part.type === "text" ? part.text : "")).join("");
		return [{ role: message.role === "user" ? "participant" : "assistant", text }];
	});
}

/** Four characters a token, the usual approximation: enough to rehearse token counts. */
const tokens = (text: string): number => Math.ceil(text.length / 4);

function usageOf(options: LanguageModelV4CallOptions, text: string): LanguageModelV4Usage {
	const input = tokens(JSON.stringify(options.prompt));
	const output = tokens(text);
	return {
		inputTokens: { total: input, noCache: input, cacheRead: undefined, cacheWrite: undefined },
		outputTokens: { total: output, text: output, reasoning: undefined },
	};
}

function streamed(
	character: Character,
	text: string,
	options: LanguageModelV4CallOptions,
	atOnce: boolean,
): ReadableStream<LanguageModelV4StreamPart> {
	const stopped = new AbortController();
	const parts = partsOf(character, text, usageOf(options, text), atOnce);
	return new ReadableStream({
		async pull(controller) {
			const next = parts.next();
			if (next.done) return controller.close();
			await pause(next.value.afterMs, options.abortSignal ?? stopped.signal);
			if (options.abortSignal?.aborted) return controller.error(options.abortSignal.reason);
			controller.enqueue(next.value.part);
		},
		cancel: () => stopped.abort(),
	});
}

type Timed = { readonly afterMs: number; readonly part: LanguageModelV4StreamPart };

function* partsOf(modelId: string, text: string, usage: LanguageModelV4Usage, atOnce: boolean): Generator<Timed> {
	yield { afterMs: atOnce ? 0 : THINKING_MS, part: { type: "stream-start", warnings: [] } };
	yield { afterMs: 0, part: { type: "response-metadata", modelId } };
	yield { afterMs: 0, part: { type: "text-start", id: "0" } };
	// Words with the space before them, like a tokenizer's.
	for (const delta of atOnce ? [text] : (text.match(/\s*\S+/g) ?? [])) {
		yield { afterMs: atOnce ? 0 : delta.length * MS_PER_CHARACTER, part: { type: "text-delta", id: "0", delta } };
	}
	yield { afterMs: 0, part: { type: "text-end", id: "0" } };
	yield { afterMs: 0, part: { type: "finish", finishReason: STOP, usage } };
}

function pause(ms: number, signal: AbortSignal): Promise<void> | undefined {
	if (ms <= 0 || signal.aborted) return undefined;
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		signal.addEventListener("abort", done);
	});
}
