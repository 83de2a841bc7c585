import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { RecordedReply } from "../capsule/replies.ts";
import type { Personal } from "./personal.ts";
import { ARRIVING_PATH } from "./reply-server-client.ts";

export type ReplyServer = {
	/** `http://127.0.0.1:…`; each endpoint has its own path below. */
	readonly origin: string;
	/** Requests whose seed has no recorded reply. */
	readonly unknown: readonly number[];
	/**
	 * From now on, only recorded replies are served. Before, each call gets the same text, because an opening calls the
	 * models.
	 */
	readonly begin: () => void;
	/** A reply for the stand-in of an erased participant. Null: only recorded replies. */
	readonly standIn: (text: string | null) => void;
	/** The fittings of the next arrival. Null if the study is not personalised. */
	readonly arriving: (personal: Personal | null) => void;
	readonly close: () => Promise<void>;
};

const TRIAL = "A day at the seaside begins with the wind, and with gulls above a long grey beach. ".repeat(8);

type Asked = { readonly seed?: number; readonly stream?: boolean };

/** Serves recorded replies in the chat completions format, at once and without a network. */
export async function startReplyServer(recorded: readonly RecordedReply[]): Promise<ReplyServer> {
	const replies = new Map(recorded.map((reply) => [reply.seed, reply]));
	const unknown: number[] = [];
	let [isTrial, standIn, personal]: [boolean, string | null, Personal | null] = [true, null, null];
	const server = createServer(async (request, response) => {
		if (request.url === ARRIVING_PATH) return void response.end(JSON.stringify(personal));
		const asked: Asked = JSON.parse(await bodyOf(request));
		const reply = replyTo(asked);
		if (reply) return send(response, asked, reply);
		unknown.push(asked.seed ?? 0);
		response.writeHead(400, { "content-type": "application/json" });
		response.end(JSON.stringify({ error: { message: "no such reply", type: "invalid_request_error" } }));
	});
	// A call without a seed warms a model up, and nobody sees its reply.
	const replyTo = ({ seed }: Asked): RecordedReply | null => {
		const plain = (text: string): RecordedReply => ({
			seed: seed ?? 0,
			text,
			hidden: null,
			served: null,
			usage: null,
			finish: "stop",
		});
		if (isTrial || seed === undefined) return plain(TRIAL);
		return replies.get(seed) ?? (standIn === null ? null : plain(standIn));
	};
	return {
		origin: await listening(server),
		unknown,
		begin: () => {
			isTrial = false;
		},
		standIn: (text) => {
			standIn = text;
		},
		arriving: (next) => {
			personal = next;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function listening(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server of replies has no port.");
	return `http://127.0.0.1:${address.port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const bytes of request) chunks.push(bytes);
	return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { stream }: Asked, { text, hidden, served, usage, finish }: RecordedReply) {
	// Workers AI does not say which model it served.
	const about = { id: "replayed", created: 0, ...(served !== null && { model: served }) };
	const counts = usage && {
		usage: { prompt_tokens: usage.input, completion_tokens: usage.output, total_tokens: usage.input + usage.output },
	};
	const said = { content: text, ...(hidden !== null && { reasoning_content: hidden }) };
	if (!stream) {
		response.writeHead(200, { "content-type": "application/json" });
		const choices = [{ index: 0, message: { role: "assistant", ...said }, finish_reason: finish }];
		response.end(JSON.stringify({ ...about, object: "chat.completion", choices, ...counts }));
		return;
	}
	response.writeHead(200, { "content-type": "text/event-stream" });
	const event = (rest: object): void => {
		response.write(`data: ${JSON.stringify({ ...about, object: "chat.completion.chunk", ...rest })}\n\n`);
	};
	if (hidden !== null) event({ choices: [{ index: 0, delta: { reasoning_content: hidden }, finish_reason: null }] });
	event({ choices: [{ index: 0, delta: { content: text }, finish_reason: null }] });
	event({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
	if (counts) event({ choices: [], ...counts });
	response.end("data: [DONE]\n\n");
}
