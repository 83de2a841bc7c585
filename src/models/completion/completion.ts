import { ModelFailure, type SourceDelta } from "../model-types.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { failureOf } from "./error.ts";
import type { StreamEvent } from "./events.ts";

type End = Extract<SourceDelta, { kind: "end" }>;

/** The state of one reply while it is read. Each event gives the new parts. */
export class Completion {
	/** Later events do not belong to the reply. */
	isOver = false;
	failure: ModelFailure | null = null;
	#finish: string | null = null;
	#hasText = false;
	#inputTokens: number | null = null;
	#outputTokens: number | null = null;
	#servedModel: string | null = null;

	/** The reply is complete; only its token counts may follow. */
	get isFinished(): boolean {
		return this.#finish !== null;
	}

	take(event: StreamEvent): readonly SourceDelta[] {
		if (this.isOver) return [];
		if (event.kind === "value") return this.#chunk(event.value);
		if (event.kind === "done") this.#done();
		else this.#fail(event.kind === "error" ? failureOf(event.error) : new ModelFailure("malformed", true));
		return [];
	}

	/** The body has ended. If the server did not mark the reply as complete, it may have been cut off. */
	bodyEnded(): void {
		if (!this.isFinished) this.#fail(new ModelFailure("cut", true));
		this.isOver = true;
	}

	end(): End {
		const finishReason = FINISH[this.#finish ?? ""] ?? "other";
		return { kind: "end", finishReason, inputTokens: this.#inputTokens, outputTokens: this.#outputTokens };
	}

	#chunk(value: unknown): readonly SourceDelta[] {
		const chunk = chunkOf(value);
		if (chunk === null) return [];
		this.#inputTokens = chunk.inputTokens ?? this.#inputTokens;
		this.#outputTokens = chunk.outputTokens ?? this.#outputTokens;
		if (chunk.error !== undefined) this.#fail(failureOf(chunk.error));
		const deltas = this.isFinished || this.failure ? [] : this.#deltasOf(chunk);
		if (chunk.finish !== null) this.#finishAs(chunk.finish);
		if (this.isFinished && this.#outputTokens !== null) this.isOver = true;
		return deltas;
	}

	#deltasOf({ text, hidden, isWhole, servedModel, isGenericUser }: Chunk): readonly SourceDelta[] {
		const deltas: SourceDelta[] = [];
		if (servedModel !== null && this.#servedModel === null) {
			this.#servedModel = servedModel;
			deltas.push({ kind: "served", model: servedModel, isGenericUser });
		}
		// MiniMax repeats the whole reply at the end.
		if (isWhole && this.#hasText) return deltas;
		if (hidden !== "") deltas.push({ kind: "hidden", text: hidden });
		if (text !== "") deltas.push({ kind: "text", text });
		this.#hasText ||= text !== "";
		return deltas;
	}

	#finishAs(reason: string): void {
		const name = reason.toLowerCase();
		if (name === "error") this.#fail(new ModelFailure("server_error", true));
		else if (name.startsWith("abort") || name.startsWith("cancel")) this.#fail(new ModelFailure("cut", true));
		else this.#finish ??= name;
	}

	#done(): void {
		this.#finish ??= "done";
		this.isOver = true;
	}

	/** An error after the reply is complete does not invalidate the reply. */
	#fail(failure: ModelFailure): void {
		if (!this.isFinished) this.failure ??= failure;
		this.isOver = true;
	}
}

/** The AI SDK's names, which `model_calls.finish_reason` has always used. */
const FINISH: Readonly<Record<string, string>> = {
	stop: "stop",
	eos: "stop",
	eos_token: "stop",
	end_turn: "stop",
	stop_sequence: "stop",
	length: "length",
	max_tokens: "length",
	content_filter: "content-filter",
	safety: "content-filter",
	tool_calls: "tool-calls",
	function_call: "tool-calls",
};
