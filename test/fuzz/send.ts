import { Agent, request as httpRequest } from "node:http";

export type Request = {
	readonly method: string;
	/** As sent in the request line. */
	readonly path: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Uint8Array | null;
	/** Sent in pieces, without a Content-Length. */
	readonly chunked: boolean;
};

export type Response = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly text: string;
	readonly tookMs: number;
};

/** Beyond this, a request counts as unanswered: a reply has 45 seconds before the participant is asked to try again. */
const BOUND_MS = 75_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over HTTP with unchanged path and headers. Rejects without a complete response in time. */
export function send(url: URL, request: Request): Promise<Response> {
	const { method, path, headers, body, chunked } = request;
	const startedAtMs = performance.now();
	return new Promise((resolve, reject) => {
		const sent = httpRequest({ agent, host: url.hostname, port: url.port, method, path }, (response) => {
			const pieces: Buffer[] = [];
			response.on("data", (piece) => pieces.push(piece));
			response.once("error", reject);
			response.once("end", () => {
				clearTimeout(timer);
				const text = Buffer.concat(pieces).toString("utf8");
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text,
					tookMs: performance.now() - startedAtMs,
				});
			});
		});
		const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${BOUND_MS} ms`)), BOUND_MS);
		sent.once("error", (error) => {
			clearTimeout(timer);
			// The Worker may close a kept-alive connection just when we use it.
			if (sent.reusedSocket && "code" in error && error.code === "ECONNRESET") resolve(send(url, request));
			else reject(error);
		});
		for (const [name, value] of headers) sent.appendHeader(name, value);
		if (body === null) return sent.end();
		if (!chunked) {
			sent.setHeader("Content-Length", String(body.byteLength));
			return sent.end(body);
		}
		const half = Math.floor(body.byteLength / 2);
		sent.setHeader("Transfer-Encoding", "chunked");
		sent.write(body.subarray(0, half));
		return sent.end(body.subarray(half));
	});
}

export function closeConnections(): void {
	agent.destroy();
}
