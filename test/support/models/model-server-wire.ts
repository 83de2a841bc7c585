/** The parts of the chat completions wire format that a text client sees. */
export type ChatRequest = {
	readonly user?: string;
	readonly max_tokens?: number;
	readonly model: string;
	readonly stream?: boolean;
	readonly seed?: number;
	readonly messages: readonly { readonly role: string; readonly content: unknown }[];
};

export const USAGE = { prompt_tokens: 21, completion_tokens: 12, total_tokens: 33 };

export function chunk(chat: ChatRequest, delta: object, finish: string | null = null): string {
	return event(chat, { choices: [{ index: 0, delta, finish_reason: finish }] });
}

/** Comes after the last choice, without choices, if the request asked for usage. */
export const usageChunk = (chat: ChatRequest): string => event(chat, { choices: [], usage: USAGE });

export const DONE = "data: [DONE]\n\n";

/** The model is echoed, as vLLM echoes the adapter's name. */
const event = (chat: ChatRequest, rest: object): string =>
	`data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: chat.model, ...embedding(chat), ...rest })}\n\n`;

/** Names the soft tokens that were used, like the server in `training/`. It knows all users except those whose name says otherwise. */
const embedding = ({ user }: ChatRequest): object =>
	user === undefined ? {} : { user_embedding: user.startsWith("unknown-") ? "generic" : "own" };

export function completion(chat: ChatRequest, content: string) {
	const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
	return { id: "chatcmpl-1", object: "chat.completion", created: 1, model: chat.model, choices, usage: USAGE };
}
