import { createServer, type IncomingMessage } from "node:http";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The URL of a server of named key sets. See `prolific.ts`. */
		prolificUrl: string;
	}
}

type KeySet = { readonly status: number; readonly body: string };

/** `PUT /{name}` stores `{ status, body }`, `GET /{name}` serves it, `GET /{name}/asked` counts the requests for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const sets = new Map<string, KeySet>();
	const asked = new Map<string, number>();
	const server = createServer(async (request, response) => {
		const [, name = "", question] = (request.url ?? "").split("/");
		if (request.method === "PUT") {
			sets.set(name, JSON.parse(await bodyOf(request)));
			return response.writeHead(204).end();
		}
		if (question === "asked") return response.end(String(asked.get(name) ?? 0));
		asked.set(name, (asked.get(name) ?? 0) + 1);
		const { status, body } = sets.get(name) ?? { status: 404, body: "" };
		return response.writeHead(status, { "Content-Type": "application/json" }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	project.provide("prolificUrl", `http://127.0.0.1:${address.port}`);
	return () =>
		new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
