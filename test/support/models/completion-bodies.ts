import { readCompletion } from "../../../src/models/completion/read.ts";
import { ModelFailure, type SourceDelta } from "../../../src/models/model-types.ts";

const LIMITS = { mostBytes: 3_000_000, usageWithinMs: 5, restMs: () => 0 };

export type ReadBody = {
	readonly text: string;
	readonly hidden: string;
	readonly end: unknown;
	readonly failure: string | null;
};

export async function read(body: ReadableStream<Uint8Array>, limits = LIMITS): Promise<ReadBody> {
	const deltas: SourceDelta[] = [];
	let failure: string | null = null;
	try {
		for await (const delta of readCompletion(body, limits)) deltas.push(delta);
	} catch (error) {
		failure = error instanceof ModelFailure ? `${error.reason}${error.retryable ? "" : " for good"}` : String(error);
	}
	const joined = (kind: "text" | "hidden") =>
		deltas.map((delta) => (delta.kind === kind && "text" in delta ? delta.text : "")).join("");
	return { text: joined("text"), hidden: joined("hidden"), end: deltas.find(({ kind }) => kind === "end"), failure };
}

/** The text in pieces of this many bytes. Then the body ends, breaks off or stays open. */
export function bodyOf(
	text: string | Uint8Array,
	after: "end" | "break" | "open" = "end",
	size = 50,
): ReadableStream<Uint8Array> {
	const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
	let at = 0;
	return new ReadableStream(
		{
			pull(controller) {
				const piece = bytes.slice(at, at + size);
				at += size;
				if (piece.length > 0) controller.enqueue(piece);
				else if (after === "end") controller.close();
				else if (after === "break") controller.error(new TypeError("terminated"));
				else return new Promise<void>(() => {});
				return undefined;
			},
		},
		{ highWaterMark: 0 },
	);
}

export const event = (value: unknown): string =>
	`data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
export const delta = (fields: object, finish: string | null = null) => ({
	id: "c1",
	model: "m",
	choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
export const said = (text: string) => event(delta({ content: text }));
export const STOP = event(delta({}, "stop"));
export const USAGE = { prompt_tokens: 21, completion_tokens: 12 };
export const END = { kind: "end", finishReason: "stop", inputTokens: 21, outputTokens: 12 };
export const UNCOUNTED = { ...END, inputTokens: null, outputTokens: null };
export const DONE = "data: [DONE]\n\n";
export const HELLO = said("Hel") + said("lo 👋");
