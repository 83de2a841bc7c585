import { enrol, openStudy, post, walk } from "../../test/support/http/participant.ts";
import { smallStudy } from "../../test/support/protocols/small-study.ts";

/** One reply as its client received it. */
export type Read = { readonly text: string; readonly firstTextMs: number };
/** Sends one message and reads the whole reply. */
export type Ask = () => Promise<Read>;
/** `prepare` opens `count` chats. Each can send one message, so that the measurement begins with the message. */
export type Contestant = { readonly name: string; readonly prepare: (count: number, model: string) => Promise<Ask[]> };

type Delta = (line: string) => string;
const QUESTION = "How do I bake bread?";

const deltaOfCompletion: Delta = (line) => JSON.parse(line).choices?.[0]?.delta?.content ?? "";
const deltaOfUi: Delta = (line) => {
	const part = JSON.parse(line);
	return part.type === "text-delta" ? part.delta : "";
};

async function read(asked: () => Promise<Response>, deltaOf: Delta): Promise<Read> {
	const from = performance.now();
	const response = await asked();
	if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`);
	let [text, rest, firstTextMs] = ["", "", Number.NaN];
	const decoder = new TextDecoder();
	for await (const bytes of response.body) {
		const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			if (!line.startsWith("data: ") || line === "data: [DONE]") continue;
			const delta = deltaOf(line.slice("data: ".length));
			if (delta !== "" && text === "") firstTextMs = performance.now() - from;
			text += delta;
		}
	}
	return { text, firstTextMs };
}

const json = (body: object): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

const byRoute = (name: string, url: string, deltaOf: Delta): Contestant => ({
	name,
	prepare: async (count, model) =>
		Array.from({ length: count }, () => () => read(() => fetch(url, json({ model, text: QUESTION })), deltaOf)),
});

let agents = 0;

/** AIChatAgent speaks a protocol of its own over a WebSocket. The socket opens before the message is sent, as in a page. */
const agent = (origin: string): Contestant => ({
	name: "AIChatAgent",
	prepare: (count, model) =>
		Promise.all(
			Array.from({ length: count }, async () => {
				agents += 1;
				const socket = new WebSocket(`${origin.replace("http", "ws")}/agents/chat/chat-${agents}`);
				await new Promise((resolve, reject) => {
					socket.addEventListener("open", resolve);
					socket.addEventListener("error", () => reject(new Error("the agent's socket did not open")));
				});
				return () => readAgent(socket, model);
			}),
		),
});

function readAgent(socket: WebSocket, model: string): Promise<Read> {
	const from = performance.now();
	let [text, firstTextMs] = ["", Number.NaN];
	const messages = [{ id: crypto.randomUUID(), role: "user", parts: [{ type: "text", text: QUESTION }] }];
	const init = { method: "POST", body: JSON.stringify({ model, messages }) };
	socket.send(JSON.stringify({ type: "cf_agent_use_chat_request", id: crypto.randomUUID(), init }));
	return new Promise((resolve, reject) => {
		socket.addEventListener("close", () => reject(new Error("the agent's socket closed")));
		socket.addEventListener("message", ({ data }) => {
			const { type, body, done, error } = JSON.parse(String(data));
			if (type !== "cf_agent_use_chat_response") return;
			if (error) reject(new Error(String(body)));
			const delta = body ? deltaOfUi(body) : "";
			if (delta !== "" && text === "") firstTextMs = performance.now() - from;
			text += delta;
			if (!done) return;
			resolve({ text, firstTextMs });
			socket.close();
		});
	});
}

let studies = 0;
const AT_ONCE = 8;

const crossover = (name: string, origin: string, key: string, pace: "as-is" | undefined): Contestant => {
	const request = (path: string, init?: RequestInit) => fetch(origin + path, init);
	return {
		name,
		prepare: async (count, model) => {
			studies += 1;
			const slug = `bench-${studies}`;
			const small = smallStudy({ slug });
			const served = { provider: "openai-compatible", endpoint: "BENCH", model, maxOutputTokens: 4_000 } as const;
			await openStudy(request, key, {
				...small,
				blinding: { level: "double", ...(pace && { pace }) },
				models: Object.fromEntries(Object.keys(small.models).map((each) => [each, served])),
			} as typeof small);
			const asks: Ask[] = [];
			for (let first = 0; first < count; first += AT_ONCE)
				asks.push(
					...(await Promise.all(
						Array.from({ length: Math.min(AT_ONCE, count - first) }, async (_, index) => {
							const who = await enrol(request, key, slug, `person-${first + index}`);
							const { step } = await walk(request, who, (view) => view.step?.kind === "message");
							const events = { Accept: "text/event-stream" };
							return () => read(() => post(request, who, step?.id ?? "", { text: QUESTION }, events), deltaOfUi);
						}),
					)),
				);
			return asks;
		},
	};
};

export const peersAt = (origin: string): readonly Contestant[] => [
	byRoute("the bytes passed through", `${origin}/raw`, deltaOfCompletion),
	byRoute("streamText", `${origin}/ui`, deltaOfUi),
	agent(origin),
];

export const oursAt = (origin: string, key: string): readonly Contestant[] => [
	crossover("Crossover, as they come", origin, key, "as-is"),
	crossover("Crossover, paced", origin, key, undefined),
];
