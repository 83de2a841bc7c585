import type { Model } from "../../protocol/schema/schema.ts";
import type { SourceDelta } from "../port.ts";
import type { ReplyPart, ReplyText } from "../text/reply-text.ts";

export type ReplyDelta = ReplyPart | Extract<SourceDelta, { kind: "served" | "end" }>;

/** What a server sends, as participants may see it. Ends with an `end`; a reply that has no end of its own gets one. */
export async function* replyOf(source: AsyncIterable<SourceDelta>, text: ReplyText): AsyncGenerator<ReplyDelta> {
	for await (const delta of source) {
		if (delta.kind === "served") yield delta;
		else if (delta.kind === "end") {
			yield* text.end();
			yield text.isFull ? ended("truncated") : delta;
		} else {
			yield* text.take(delta);
			// Leaving this loop leaves the server too.
			if (text.isFull || text.runsOn) return yield ended(text.isFull ? "truncated" : "stop");
		}
	}
}

/** Nobody counted the tokens of a reply that was left. */
const ended = (finishReason: string): ReplyDelta => ({
	kind: "end",
	finishReason,
	inputTokens: null,
	outputTokens: null,
});

export const reasoningOf = (model: Model): "hide" | "show" =>
	model.provider === "rehearsal" ? "hide" : (model.reasoning ?? "hide");
