import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { apiOf } from "../../scripts/demo/api.ts";

let server: Server;
afterEach(() => server.close());

/** Breaks off the first connection before the answer, or in the middle of it, and answers the second. */
async function unsteady(partly: string): Promise<{ readonly origin: string; readonly bodies: string[] }> {
	const bodies: string[] = [];
	server = createServer(async (request, response) => {
		let body = "";
		for await (const chunk of request) body += chunk;
		bodies.push(body);
		response.writeHead(200, { "Content-Length": "11" });
		if (bodies.length > 1) response.end('{"done":42}');
		else response.write(partly, () => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	return { origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, bodies };
}

describe("a scripted participant whose connection is lost", () => {
	it.each([
		["before the answer", ""],
		["in the middle of the answer", '{"do'],
	])("sends the same request again: %s", async (_, partly) => {
		const { origin, bodies } = await unsteady(partly);
		expect(await apiOf(origin, "key").call("POST", "/step", { text: "hello" })).toEqual({ done: 42 });
		expect(bodies).toEqual(['{"text":"hello"}', '{"text":"hello"}']);
	});
});
