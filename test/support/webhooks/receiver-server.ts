import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

export type Received = {
	readonly headers: Readonly<Record<string, string>>;
	/** The exact body, as UTF-8. */
	readonly body: string;
};

/** How a receiver answers. */
export type Behaviour = {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Checks the signature with the reference library, and answers 401 if it is wrong. */
	readonly secret?: string;
	/** `silent`: no answer. `endless`: a body without an end. `cut`: the connection breaks. */
	readonly manner?: "silent" | "endless" | "cut";
};

export type ReceiverServer = { readonly url: string; readonly close: () => Promise<void> };

/**
 * A receiver of webhooks over real HTTP. `POST /hooks/{name}` is recorded and answered by the name's script, of which the last
 * behaviour stays. `PUT /script/{name}` sets the script, `GET /received/{name}` lists what came.
 */
export async function startReceiver(): Promise<ReceiverServer> {
	const scripts = new Map<string, Behaviour[]>();
	const received = new Map<string, Received[]>();
	const server = createServer(async (request, response) => {
		const [, kind, name = ""] = new URL(request.url ?? "", "http://receiver").pathname.split("/");
		const body = await bodyOf(request);
		if (kind === "script") {
			scripts.set(name, JSON.parse(body));
			response.writeHead(204).end();
			return;
		}
		const all = received.get(name) ?? [];
		if (kind === "received") {
			response.end(JSON.stringify(all));
			return;
		}
		const headers = request.headers as Record<string, string>;
		received.set(name, [...all, { headers, body }]);
		const script = scripts.get(name) ?? [];
		act(response, (script.length > 1 ? script.shift() : script[0]) ?? {}, { headers, body });
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the receiver has no port");
	return {
		url: `http://localhost:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function act(response: ServerResponse, { status = 204, headers = {}, secret, manner }: Behaviour, got: Received): void {
	if (manner === "silent") return;
	if (manner === "cut") return void response.destroy();
	const answered = secret === undefined || isSigned(secret, got) ? status : 401;
	response.writeHead(answered, headers);
	if (manner !== "endless") return void response.end();
	const write = () => {
		while (!response.destroyed && response.write("receiver's words ".repeat(4096)));
	};
	response.on("drain", write);
	write();
}

function isSigned(secret: string, { headers, body }: Received): boolean {
	try {
		new Webhook(secret).verify(body, headers);
		return true;
	} catch {
		return false;
	}
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
