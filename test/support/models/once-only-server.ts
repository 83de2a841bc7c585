import { createServer } from "node:http";

export type OnceOnlyServer = { readonly url: string; readonly close: () => Promise<void> };

/**
 * A model server whose replies cannot be computed again: each has a number that counts the calls of all participants, as a
 * sampling model's replies depend on more than the request.
 */
export async function startOnceOnlyServer(): Promise<OnceOnlyServer> {
	let calls = 0;
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const bytes of request) chunks.push(bytes);
		const { model }: { model: string } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
		calls += 1;
		const text = `This is call ${calls} of this server. ${"It could be said in another way, and here it is. ".repeat(1 + (calls % 5))}`;
		const usage = { prompt_tokens: 20 + calls, completion_tokens: 10 + (calls % 5), total_tokens: 30 + calls };
		response.writeHead(200, { "content-type": "text/event-stream" });
		for (const delta of [{ content: text.slice(0, 12) }, { content: text.slice(12) }])
			response.write(
				`data: ${JSON.stringify({ model: `${model}-0930`, choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`,
			);
		response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`);
		response.end(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
