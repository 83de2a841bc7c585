import { DurableObject } from "cloudflare:workers";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { AIChatAgent } from "@cloudflare/ai-chat";
import { routeAgentRequest } from "agents";
import { convertToModelMessages, streamText } from "ai";
import { type LeastEnv, leastStep } from "./least.ts";

export { LeastAllocator, LeastSession } from "./least.ts";

/** What researchers would use instead, written as its documentation shows. Each answers a message by the same model server. */
type Env = LeastEnv & {
	readonly MODELS_URL: string;
	readonly CHAT: DurableObjectNamespace<Chat>;
	readonly ROWS: DurableObjectNamespace<Rows>;
};
type Asked = { readonly model: string; readonly text: string };

const modelOf = (env: Env, name: string) =>
	createOpenAICompatible({ name: "bench", baseURL: env.MODELS_URL, apiKey: "any" })(name);

export class Chat extends AIChatAgent<Env> {
	override async onChatMessage(
		_onFinish: unknown,
		options?: { body?: Record<string, unknown>; abortSignal?: AbortSignal },
	) {
		return streamText({
			model: modelOf(this.env, String(options?.body?.model)),
			messages: await convertToModelMessages(this.messages),
			abortSignal: options?.abortSignal,
		}).toUIMessageStreamResponse();
	}
}

/** The least work that stores an answer: one row in an object. */
export class Rows extends DurableObject<Env> {
	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		state.storage.sql.exec("CREATE TABLE IF NOT EXISTS answers (seq INTEGER PRIMARY KEY, text TEXT NOT NULL)");
	}

	add(text: string): number {
		this.ctx.storage.sql.exec("INSERT INTO answers (text) VALUES (?)", text);
		return this.ctx.storage.sql.exec<{ n: number }>("SELECT count(*) AS n FROM answers").one().n;
	}
}

function passThrough(env: Env, { model, text }: Asked): Promise<Response> {
	return fetch(`${env.MODELS_URL}/chat/completions`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: text }] }),
	});
}

export default {
	async fetch(request: Request, env: Env): Promise<Response> {
		const { pathname } = new URL(request.url);
		if (pathname.startsWith("/agents/"))
			return (await routeAgentRequest(request, env)) ?? new Response(null, { status: 404 });
		if (pathname.startsWith("/rows/")) {
			const object = env.ROWS.get(env.ROWS.idFromName(pathname));
			return Response.json({ rows: await object.add(await request.text()) });
		}
		if (pathname.startsWith("/least")) return leastStep(request, env);
		const asked: Asked = await request.json();
		if (pathname === "/raw") return passThrough(env, asked);
		return streamText({ model: modelOf(env, asked.model), prompt: asked.text }).toUIMessageStreamResponse();
	},
};
