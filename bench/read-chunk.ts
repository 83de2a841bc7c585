import { createOpenAI } from "@ai-sdk/openai";
import { readCompletion, readLimits } from "../src/models/completion/read.ts";
import { ReplyText } from "../src/models/text/reply-text.ts";

export const CHUNKS = 5_000;
const encoder = new TextEncoder();

const chunk = (delta: object, finish: string | null = null): Uint8Array =>
	encoder.encode(
		`data: ${JSON.stringify({
			id: "chatcmpl-1",
			object: "chat.completion.chunk",
			created: 1,
			model: "bench",
			choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
		})}\n\n`,
	);

const TOKEN = chunk({ content: " token" });
const STOP = chunk({}, "stop");
const DONE = encoder.encode("data: [DONE]\n\n");

/** A token a network packet, as a server sends them that writes 50 a second. */
function body(): ReadableStream<Uint8Array> {
	let sent = 0;
	return new ReadableStream({
		pull(controller) {
			sent += 1;
			if (sent <= CHUNKS) controller.enqueue(TOKEN);
			else if (sent === CHUNKS + 1) controller.enqueue(STOP);
			else {
				controller.enqueue(DONE);
				controller.close();
			}
		},
	});
}

/** A stream of chunks, read and split into what is shown and what is hidden. */
export async function readHere(): Promise<void> {
	const text = new ReplyText({ reasoning: "hide", mostCharacters: 1_000_000 });
	let length = 0;
	for await (const delta of readCompletion(body(), readLimits(CHUNKS))) {
		if (delta.kind !== "text") continue;
		for (const part of text.take(delta)) if (part.kind === "text") length += part.text.length;
	}
	if (length !== CHUNKS * 6) throw new Error("a token is missing");
}

/** The same chunks, read by the package of the AI SDK that reads OpenAI's. */
export async function readByPackage(): Promise<void> {
	const fetcher = async () => new Response(body(), { headers: { "content-type": "text/event-stream" } });
	const model = createOpenAI({ apiKey: "bench", fetch: fetcher }).chat("gpt-4o");
	const { stream } = await model.doStream({ prompt: [{ role: "user", content: [{ type: "text", text: "Hi" }] }] });
	let length = 0;
	for await (const part of stream) if (part.type === "text-delta") length += part.delta.length;
	if (length !== CHUNKS * 6) throw new Error("a token is missing");
}
