import type { Model } from "../../protocol/schema/schema.ts";
import type { SourceDelta } from "../model-types.ts";
import type { ReplyPart, ReplyText } from "../text/reply-text.ts";

export type ReplyDelta = ReplyPart | Extract<SourceDelta, { kind: "served" | "end" }>;

/** The participant's version of what a server sends. Always ends with an `end`, even if the server sent none. */
export async function* replyOf(source: AsyncIterable<SourceDelta>, text: ReplyText): AsyncGenerator<ReplyDelta> {
	for await (const delta of source) {
		if (delta.kind === "served") yield delta;
		else if (delta.kind === "end") {
			yield* text.end();
			yield text.isFull ? ended("truncated") : delta;
		} else {
			yield* text.take(delta);
			// Leaving this loop also closes the server's response.
			if (text.isFull || text.runsOn) return yield ended(text.isFull ? "truncated" : "stop");
		}
	}
}

/** An abandoned reply has no token counts. */
const ended = (finishReason: string): ReplyDelta => ({
	kind: "end",
	finishReason,
	inputTokens: null,
	outputTokens: null,
});

export const reasoningOf = (model: Model): "hide" | "show" =>
	model.provider === "rehearsal" ? "hide" : (model.reasoning ?? "hide");
