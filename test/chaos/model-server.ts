import { createServer, type ServerResponse } from "node:http";
import { sha256Of } from "../../src/shared/json.ts";
import { type ChatRequest, chunk, completion, DONE, usageChunk } from "../support/models/model-server-wire.ts";
import type { Phase } from "./plan.ts";

export type Writing = Extract<Phase, "before the first text" | "between texts" | "after the end">;

export type SlowModels = {
	/** Of the API, as an `ENDPOINT_…_URL` has it. */
	readonly url: string;
	/** The progress of the last reply to this message. Null if none was requested. */
	readonly progressOf: (message: string) => Writing | null;
	readonly calls: () => number;
	readonly close: () => Promise<void>;
};

const FIRST_WORD_MS = 120;
const GAP_MS = 25;

/**
 * Streams so slowly that a kill finds replies in every phase, and tells `onPhase` of each. The text follows from the request,
 * except for a message that says `fickle`: as with most models, each call for it gets another text.
 */
export async function startSlowModels(onPhase: (phase: Writing) => void): Promise<SlowModels> {
	const progress = new Map<string, Writing>();
	let calls = 0;
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const bytes of request) chunks.push(bytes);
		const chat: ChatRequest = JSON.parse(Buffer.concat(chunks).toString("utf8"));
		const message = String(chat.messages.at(-1)?.content ?? "");
		calls += 1;
		const words = wordsOf(chat, message.includes("(fickle)") ? String(calls) : "");
		const reach = (phase: Writing) => {
			progress.set(message, phase);
			onPhase(phase);
		};
		if (chat.stream) await stream(response, chat, words, reach);
		else response.end(JSON.stringify(completion(chat, words.join(""))));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		progressOf: (message) => progress.get(message) ?? null,
		calls: () => calls,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function stream(
	response: ServerResponse,
	chat: ChatRequest,
	words: readonly string[],
	reach: (phase: Writing) => void,
): Promise<void> {
	response.writeHead(200, { "content-type": "text/event-stream" });
	response.flushHeaders();
	reach("before the first text");
	await pause(FIRST_WORD_MS);
	for (const [index, word] of words.entries()) {
		if (response.destroyed) return;
		response.write(chunk(chat, { content: word }));
		if (index === 0) reach("between texts");
		await pause(GAP_MS);
	}
	for (const event of [chunk(chat, {}, "stop"), usageChunk(chat), DONE]) response.write(event);
	response.end();
	reach("after the end");
}

const VOCABULARY = "one two three café “quoted” naïve — 語 🙂 line\nbreak and so on until the end.".split(" ");

/** Eight to thirty words, drawn by a hash. */
function wordsOf(chat: ChatRequest, nonce: string): string[] {
	const hash = sha256Of(JSON.stringify([chat.model, chat.messages, nonce])).slice("sha256:".length);
	const bytes = Buffer.from(hash, "hex");
	const count = 8 + ((bytes[0] ?? 0) % 23);
	return Array.from({ length: count }, (_, index) => {
		const word = VOCABULARY[(bytes[(index + 1) % bytes.length] ?? 0) % VOCABULARY.length];
		return `${index === 0 ? "" : " "}${word}`;
	});
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
