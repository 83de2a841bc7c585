import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Behaviour, type Break, behaviourOf } from "./model-server-behaviours.ts";
import { type ChatRequest, chunk, completion } from "./model-server-wire.ts";
import type { OddReply } from "./odd-replies.ts";

export type RecordedRequest = {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The exact body, as UTF-8. */
	readonly body: string;
};

export type ModelServer = {
	/** Of the API, as an `ENDPOINT_…_URL` has it: `http://127.0.0.1:…/v1`. */
	readonly url: string;
	readonly requests: readonly RecordedRequest[];
	readonly release: (key: string) => void;
	readonly close: () => Promise<void>;
};

/**
 * A server that speaks the chat completions wire format over real HTTP and misbehaves as it is asked to: see
 * `model-server-behaviours.ts`. Beside `/v1`, `GET /requests` gives every request so far (`?contains=` those whose body
 * has it), and `POST /release?key=` lets the replies go on that `[[hold:key]]` holds.
 */
export async function startModelServer(port = 0): Promise<ModelServer> {
	const requests: RecordedRequest[] = [];
	const desk = new Desk();
	const server = createServer((request, response) => {
		void serve(request, response, requests, desk);
	});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		requests,
		release: (key) => desk.gate(key).open(),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

type Gate = { readonly opened: Promise<void>; readonly open: () => void };

/** State between requests. */
class Desk {
	readonly #seen = new Map<string, number>();
	readonly #gates = new Map<string, Gate>();
	readonly #seeds = new Map<string, number | undefined>();

	/** How often this exact body was sent before. A retry has the same bytes, except for the seed after a discarded text. */
	countBefore(body: string): number {
		const count = this.#seen.get(body) ?? 0;
		this.#seen.set(body, count + 1);
		return count;
	}

	/** Whether these messages came with the seed of their first request. Each round of a reply has a seed of its own. */
	isFirstRound({ model, messages, seed }: ChatRequest): boolean {
		const thread = JSON.stringify([model, messages]);
		const first = this.#seeds.get(thread) ?? seed;
		this.#seeds.set(thread, first);
		return first === seed;
	}

	gate(key: string): Gate {
		const gate = this.#gates.get(key) ?? newGate();
		this.#gates.set(key, gate);
		return gate;
	}
}

function newGate(): Gate {
	const { promise, resolve } = Promise.withResolvers<void>();
	return { opened: promise, open: resolve };
}

async function serve(request: IncomingMessage, response: ServerResponse, requests: RecordedRequest[], desk: Desk) {
	const url = new URL(request.url ?? "/", "http://server");
	const body = await bodyOf(request);
	if (url.pathname === "/requests") {
		const contains = url.searchParams.get("contains") ?? "";
		return answerJson(
			response,
			200,
			requests.filter((each) => each.body.includes(contains)),
		);
	}
	if (url.pathname === "/release") {
		desk.gate(url.searchParams.get("key") ?? "").open();
		return answerJson(response, 200, {});
	}
	// For tests that have to know whether this server is running late.
	if (url.pathname === "/beat") return answerJson(response, 200, {});
	requests.push({ method: request.method ?? "", url: url.pathname, headers: request.headers, body });
	if (url.pathname !== "/v1/chat/completions") return answerJson(response, 404, { error: { message: "no such path" } });
	const chat: ChatRequest = JSON.parse(body);
	await act(
		response,
		chat,
		behaviourOf(chat, {
			countBefore: desk.countBefore(body),
			threadBefore: desk.countBefore(JSON.stringify([chat.model, chat.messages])),
			isFirstRound: desk.isFirstRound(chat),
		}),
		desk,
	);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const bytes of request) chunks.push(bytes);
	return Buffer.concat(chunks).toString("utf8");
}

function answerJson(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
) {
	response.writeHead(status, { "content-type": "application/json", ...headers });
	response.end(JSON.stringify(body));
}

async function act(response: ServerResponse, chat: ChatRequest, behaviour: Behaviour, desk: Desk): Promise<void> {
	if (behaviour.kind === "status") {
		// Names the model, as real servers do. Participants must not receive any of it.
		const error = { message: `${chat.model} cannot serve this`, type: "server_error", code: null };
		return answerJson(response, behaviour.status, behaviour.body ?? { error }, behaviour.headers);
	}
	if (behaviour.kind === "odd") return actOddly(response, behaviour.reply);
	if (!chat.stream) return answerJson(response, 200, completion(chat, behaviour.words.join("")));
	response.writeHead(200, { "content-type": "text/event-stream" });
	response.flushHeaders();
	for (const event of behaviour.before) response.write(event);
	// A model does not get slower because this machine is busy: what is overdue is written at once.
	let dueAtMs = performance.now();
	for (const [index, word] of behaviour.words.entries()) {
		if (behaviour.breaks?.at === index) {
			if (await breakOff(response, behaviour.breaks, desk)) return;
			dueAtMs = performance.now();
		}
		dueAtMs += behaviour.gapMs;
		await pause(dueAtMs - performance.now());
		response.write(chunk(chat, { content: word }));
	}
	const late = behaviour.breaks && behaviour.breaks.at >= behaviour.words.length ? behaviour.breaks : null;
	if (late && (await breakOff(response, late, desk))) return;
	for (const event of behaviour.after) response.write(event);
	response.end();
}

async function actOddly(response: ServerResponse, reply: OddReply): Promise<void> {
	if (reply.pieces === null) return void (reply.connection === "resets" && response.socket?.resetAndDestroy());
	response.writeHead(reply.status ?? 200, { "content-type": "text/event-stream", ...reply.headers });
	response.flushHeaders();
	for await (const piece of piecesOf(reply)) {
		if (response.destroyed) return;
		if (typeof piece === "number") await pause(piece);
		else if (!response.write(piece)) await drained(response);
	}
	if (reply.connection === "ends") response.end();
	if (reply.connection === "breaks") response.destroy();
	if (reply.connection === "resets") response.socket?.resetAndDestroy();
}

function* piecesOf({ pieces, isEndless }: OddReply): Generator<string | Uint8Array | number> {
	const all = pieces ?? [];
	yield* all;
	// The end: the last text and the pause after it.
	const last = all.slice(typeof all.at(-1) === "number" ? -2 : -1);
	while (isEndless) yield* last;
}

const drained = (response: ServerResponse): Promise<void> =>
	new Promise((resolve) => {
		const done = () => {
			response.off("drain", done).off("close", done);
			resolve();
		};
		response.on("drain", done).on("close", done);
	});

/** True if the reply ends here. */
async function breakOff(response: ServerResponse, { how, key }: Break, desk: Desk): Promise<boolean> {
	const closed = new Promise<void>((resolve) => response.on("close", resolve));
	switch (how) {
		case "hold":
			await Promise.race([desk.gate(key).opened, closed]);
			return response.destroyed;
		case "malformed":
			response.write("data: {not json\n\n");
			return false;
		case "error":
			response.end('data: {"error":{"message":"secret-model overheated","type":"server_error"}}\n\n');
			return true;
		case "cut":
			// Gives earlier words time to arrive, because a reset overtakes buffered data.
			await pause(30);
			response.destroy();
			return true;
		case "stall":
			return true;
	}
}

const pause = async (ms: number): Promise<void> => {
	if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
};
