import { ModelFailure, type SourceDelta } from "../port.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { failureOf } from "./error.ts";
import type { StreamEvent } from "./events.ts";

type End = Extract<SourceDelta, { kind: "end" }>;

/** One reply as it is read: what is new in each event, and how far it has come. */
export class Completion {
	/** Nothing that follows is part of it. */
	isOver = false;
	failure: ModelFailure | null = null;
	#finish: string | null = null;
	#hasText = false;
	#inputTokens: number | null = null;
	#outputTokens: number | null = null;
	#servedModel: string | null = null;

	/** The reply is complete. Only its tokens may still follow. */
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

	/** The body has ended. Without a word of the server's that the reply is complete, it may have been cut off. */
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
		const deltas = this.isFinished || this.failure ? [] : this.#saidIn(chunk);
		if (chunk.finish !== null) this.#finishAs(chunk.finish);
		if (this.isFinished && this.#outputTokens !== null) this.isOver = true;
		return deltas;
	}

	#saidIn({ text, hidden, isWhole, servedModel, isForAnybody }: Chunk): readonly SourceDelta[] {
		const deltas: SourceDelta[] = [];
		if (servedModel !== null && this.#servedModel === null) {
			this.#servedModel = servedModel;
			deltas.push({ kind: "served", model: servedModel, isForAnybody });
		}
		// MiniMax repeats the whole reply at its end.
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

	/** What goes wrong after the reply is complete takes nothing from it. */
	#fail(failure: ModelFailure): void {
		if (!this.isFinished) this.failure ??= failure;
		this.isOver = true;
	}
}

/** The names of the AI SDK, which `model_calls.finish_reason` has always had. */
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
