import { createServer, type ServerResponse } from "node:http";

/**
 * A model server in a process of its own. The model's name says what it writes: `tokens-200-20` is 200 tokens, one every
 * 20 ms. The times are fixed at the start, so a late timer does not delay later tokens.
 */
const server = createServer(async (request, response) => {
	const chunks: Buffer[] = [];
	for await (const bytes of request) chunks.push(bytes);
	const asked = JSON.parse(Buffer.concat(chunks).toString("utf8"));
	await write(response, asked.model, asked.max_tokens === 1);
});

async function write(response: ServerResponse, model: string, isWarmUp: boolean): Promise<void> {
	const [, tokens = 1, gapMs = 0] = model.split("-").map(Number);
	const count = isWarmUp ? 1 : tokens;
	response.writeHead(200, { "content-type": "text/event-stream" });
	response.flushHeaders();
	const from = performance.now();
	for (let sent = 1; sent <= count; sent += 1) {
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, from + sent * gapMs - performance.now())));
		response.write(event(model, { content: sent === 1 ? "Begin" : ` token${sent}` }, null));
	}
	response.write(event(model, {}, "stop"));
	response.end("data: [DONE]\n\n");
}

const event = (model: string, delta: object, reason: string | null): string =>
	`data: ${JSON.stringify({
		id: "chatcmpl-1",
		object: "chat.completion.chunk",
		created: 1,
		model,
		choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }],
	})}\n\n`;

server.listen(0, "127.0.0.1", () => {
	const address = server.address();
	if (typeof address === "object" && address) console.log(`http://127.0.0.1:${address.port}/v1`);
});
