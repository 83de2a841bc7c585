import { gzipSync } from "node:zlib";

/**
 * What a participant finally sees, and the longest wait under `ODD_PACE`. After `retry` they may try again. After `over` a retry is
 * useless and is not offered. In both cases they can continue to an exit that pays.
 */
export type Outcome = { readonly withinMs: number } & (
	| { readonly sees: "reply"; readonly text: string }
	| { readonly sees: "retry" | "over" }
);

export const ODD_PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
/** The limit for a first text, and the one time at which failures are shown. */
const FAILS_WITHIN_MS = 45_000;

/** One way in which a real server responds to a request for a streamed reply. */
export type OddReply = {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Pieces in order. A number is a pause in milliseconds. Null means that no response comes, not even headers. */
	readonly pieces: readonly (string | Uint8Array | number)[] | null;
	/** Repeats the last piece forever. */
	readonly isEndless?: boolean;
	/** How the connection ends. It `resets` at once, without a response, if there are no pieces. */
	readonly connection: "ends" | "breaks" | "resets" | "stays open";
	readonly outcome: Outcome;
	/** Runs into a time limit, so it takes tens of seconds. */
	readonly isSlow?: boolean;
};

const TEXT = "I am fine, thank you. 🙂 And you?";
const WORDS = TEXT.match(/\s*\S+/g) ?? [];

const event = (value: unknown): string => `data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
const chunk = (delta: object, finish: string | null = null, more: object = {}) => ({
	id: "chatcmpl-1",
	object: "chat.completion.chunk",
	created: 1,
	model: "odd",
	choices: [{ index: 0, delta, finish_reason: finish }],
	...more,
});
const said = (...texts: readonly string[]): string => texts.map((content) => event(chunk({ content }))).join("");
const USAGE = { prompt_tokens: 21, completion_tokens: 12 };
const STOP = event(chunk({}, "stop"));
const COUNTED = event({ choices: [], usage: USAGE });
const DONE = "data: [DONE]\n\n";
const HELLO = said(...WORDS);
const END = STOP + COUNTED + DONE;

const reply = (text = TEXT, withinMs = 5000): Outcome => ({ sees: "reply", text, withinMs });
const RETRY: Outcome = { sees: "retry", withinMs: FAILS_WITHIN_MS };
const OVER: Outcome = { sees: "over", withinMs: FAILS_WITHIN_MS };
/** 3,200 characters at the pace. */
const CAPPED_WITHIN_MS = 38_000;

type Ends = OddReply["connection"];
const stream = (body: string | Uint8Array, outcome: Outcome = reply(), connection: Ends = "ends"): OddReply => ({
	pieces: [body],
	connection,
	outcome,
});
const json = (
	status: number,
	body: unknown,
	outcome: Outcome,
	headers: Readonly<Record<string, string>> = {},
): OddReply => ({
	status,
	headers: { "content-type": "application/json", ...headers },
	pieces: [typeof body === "string" ? body : JSON.stringify(body)],
	connection: "ends",
	outcome,
});
const endless = (before: string, piece: string, outcome: Outcome, isSlow = false): OddReply => ({
	pieces: [before, piece],
	isEndless: true,
	connection: "stays open",
	outcome,
	...(isSlow && { isSlow }),
});
const silent = (pieces: OddReply["pieces"], outcome: Outcome = RETRY): OddReply => ({
	pieces,
	connection: "stays open",
	outcome,
	isSlow: true,
});
const message = { choices: [{ message: { role: "assistant", content: TEXT }, finish_reason: "stop" }], usage: USAGE };
const tooLong = "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.";

/** Cuts a reply in half by bytes, inside a multi-byte character if possible. */
function cutInside(text: string): Uint8Array[] {
	const bytes = new TextEncoder().encode(text);
	const at = bytes.findIndex((byte) => byte >= 0xf0) + 2;
	return [bytes.slice(0, at), bytes.slice(at)];
}

/** Responses by name. Each was observed in some server, or is in its documentation. */
export const ODD_REPLIES: Readonly<Record<string, OddReply>> = {
	// The end of a reply.
	"usage-late-without-choices": stream(HELLO + STOP + event({ usage: USAGE }) + DONE),
	"no-done": stream(HELLO + STOP + COUNTED),
	"no-done-stays-open": stream(HELLO + STOP, reply(), "stays open"),
	"done-stays-open": stream(HELLO + END, reply(), "stays open"),
	"breaks-after-finish": { pieces: [HELLO + STOP, 50], connection: "breaks", outcome: reply() },
	"error-after-finish": stream(HELLO + STOP + event({ error: { message: "late" } })),
	"done-without-finish": stream(HELLO + DONE),
	"ends-without-finish": stream(HELLO, RETRY),
	"breaks-in-the-middle": { pieces: [said(...WORDS.slice(0, 3)), 50], connection: "breaks", outcome: RETRY },
	"resets-in-the-middle": { pieces: [said(...WORDS.slice(0, 3)), 50], connection: "resets", outcome: RETRY },
	"resets-at-once": { pieces: null, connection: "resets", outcome: RETRY },
	"finish-in-each-chunk-empty": stream(WORDS.map((word) => event(chunk({ content: word }, ""))).join("") + END),
	"length-reached": stream(HELLO + event(chunk({}, "length")) + DONE),
	"whole-message-at-the-end": stream(HELLO + event(message) + DONE),

	// Parts that are ignored.
	"error-null-in-each-chunk": stream(
		WORDS.map((word) => event(chunk({ content: word }, null, { error: null }))).join("") + END,
	),
	pings: stream(
		`event: ping\ndata: {"type":"ping"}\n\n${said(...WORDS.slice(0, 2))}event: ping\ndata: 12:00\n\n${said(...WORDS.slice(2))}${END}`,
	),
	"empty-data": stream(`data:\n\n${HELLO}data: \n\n${END}`),
	"unknown-roles": stream(WORDS.map((word) => event(chunk({ role: "narrator", content: word }))).join("") + END),
	"numeric-ids": stream(WORDS.map((content) => event({ ...chunk({ content }), id: 7, created: "now" })).join("") + END),
	"first-chunk-without-choices": stream(event({ id: "c", model: "odd" }) + HELLO + END),
	"azure-first-chunk": stream(
		event({ choices: [], id: "", model: "", prompt_filter_results: [{ prompt_index: 0 }] }) + HELLO + END,
	),
	"comments-between": stream(
		`: OPENROUTER PROCESSING\n\n${said(...WORDS.slice(0, 2))}: keep-alive\n\n${said(...WORDS.slice(2))}${END}`,
	),
	"content-null": stream(event(chunk({ role: "assistant", content: null })) + HELLO + END),
	"usage-empty": stream(HELLO + STOP + event({ choices: [], usage: {} }) + DONE),
	"usage-null": stream(
		HELLO + STOP + event({ choices: [], usage: { prompt_tokens: null, completion_tokens: null } }) + DONE,
	),

	// The format.
	crlf: stream((HELLO + END).replaceAll("\n", "\r\n")),
	"byte-order-mark": stream(`\ufeff${HELLO}${END}`),
	"cut-inside-a-character": {
		pieces: cutInside(HELLO + END).flatMap((piece) => [piece, 20]),
		connection: "ends",
		outcome: reply(),
	},
	"one-byte-at-a-time": {
		pieces: Array.from(new TextEncoder().encode(HELLO + END), (byte) => Uint8Array.of(byte)),
		connection: "ends",
		outcome: reply(),
	},
	"no-empty-lines": stream((HELLO + END).replaceAll("\n\n", "\n")),
	"data-over-several-lines": stream(
		`data: {"choices":[{"delta":\ndata: ${JSON.stringify({ content: TEXT })},\ndata: "finish_reason":"stop"}]}\n\n`,
	),
	"lines-of-json": {
		...stream(
			`${[...WORDS.map((content) => JSON.stringify(chunk({ content }))), JSON.stringify(chunk({}, "stop"))].join("\n")}\n`,
		),
		headers: { "content-type": "application/x-ndjson" },
	},
	"plain-text-type": { ...stream(HELLO + END), headers: { "content-type": "text/plain" } },
	"no-type": { ...stream(HELLO + END), headers: { "content-type": "" } },
	gzip: { ...stream(gzipSync(HELLO + END)), headers: { "content-encoding": "gzip" } },
	"whole-json": json(200, message, reply()),
	"whole-json-as-event-stream": json(200, JSON.stringify(message, null, 2), reply(), {
		"content-type": "text/event-stream",
	}),
	"content-in-parts": stream(event(chunk({ content: [{ type: "text", text: TEXT }] })) + END),
	"several-choices": stream(
		event({
			choices: [
				{ index: 1, delta: { content: "No." } },
				{ index: 0, delta: { content: TEXT } },
			],
		}) + END,
	),
	"completion-text": stream(event({ choices: [{ text: TEXT, finish_reason: "stop" }] })),

	// Thinking and templates.
	"think-tags": stream(said("<thi", "nk>Secret ", "thoughts.</th", "ink>\n\n", ...WORDS) + END),
	"think-closes-alone": stream(said("Secret ", "thoughts.", "\n</think>\n\n", ...WORDS) + END),
	"think-never-closes": stream(said("<think>", "Secret ", "thoughts.") + END, RETRY),
	"think-in-a-field": stream(event(chunk({ reasoning_content: "Secret thoughts." })) + HELLO + END),
	"think-in-parts": stream(
		event(chunk({ content: [{ type: "thinking", thinking: [{ type: "text", text: "Secret thoughts." }] }] })) +
			HELLO +
			END,
	),
	"think-longer-than-the-reply": stream(
		said("<think>", ...("Secret thoughts. ".repeat(800).match(/.{1,60}/g) ?? []), "</think>", ...WORDS) + END,
	),
	harmony: stream(
		said(
			"<|channel|>",
			"analysis",
			"<|message|>",
			"Secret.",
			"<|end|>",
			"<|start|>assistant<|channel|>final<|message|>",
			...WORDS,
			"<|return|>",
		) + END,
	),
	"harmony-without-tokens": stream(said("analysis", "Secret thoughts.", "assistant", "final", ...WORDS) + END),
	"chatml-end": stream(said(...WORDS, "<|im_", "end|>") + END),
	"goes-on-as-the-participant": stream(said(...WORDS, "<|im_end|>\n<|im_start|>user\n", "What is your name?") + END),
	"llama-headers": stream(said("<|start_header_id|>assistant<|end_header_id|>\n\n", ...WORDS, "<|eot_id|>") + END),

	// Errors.
	"error-in-a-200": json(200, { error: { message: "odd model overheated", type: "server_error" } }, RETRY),
	"error-vllm": stream(
		said(...WORDS.slice(0, 3)) +
			event({ error: { message: "engine died", type: "InternalServerError", code: 500 } }) +
			DONE,
		RETRY,
	),
	"error-vllm-old": stream(
		event({ object: "error", message: tooLong, type: "BadRequestError", param: null, code: 400 }) + DONE,
		OVER,
	),
	"error-sglang": stream(
		event({ error: { message: "The input (5000 tokens) is longer than the model's context length", code: 400 } }) +
			DONE,
		OVER,
	),
	"error-llama-cpp": stream(
		`error: ${JSON.stringify({ code: 500, message: "slot unavailable", type: "server_error" })}\n\n`,
		RETRY,
	),
	"error-ollama": stream(event({ error: "model runner has unexpectedly stopped" }), RETRY),
	"error-tgi": stream(
		event({ error: "Request failed during generation: Server error", error_type: "generation" }),
		RETRY,
	),
	"error-litellm": stream(
		event({ error: { message: "litellm.APIError", type: "None", param: "None", code: "500" } }) + DONE,
		RETRY,
	),
	"error-openrouter": stream(
		said(...WORDS.slice(0, 3)) +
			event({ ...chunk({ content: "" }, "error"), error: { code: 502, message: "disconnected" } }),
		RETRY,
	),
	"error-429-in-the-middle": stream(
		said(...WORDS.slice(0, 3)) + event({ error: { message: "slow down", code: 429 } }),
		RETRY,
	),
	"error-named-event": stream("event: error\ndata: overheated\n\n", RETRY),
	"not-json": stream(`${said(...WORDS.slice(0, 3))}data: {not json\n\n`, RETRY),
	"not-json-at-once": stream("data: {not json\n\n", RETRY),
	"sign-in-page": {
		...stream("<html>\n<body>Please sign in.</body>\n</html>\n", RETRY),
		headers: { "content-type": "text/html" },
	},
	"empty-body": stream("", RETRY),
	"only-white-space": stream(said(" ", "\n", "\u200b") + END, RETRY),
	"no-words": stream(END, RETRY),
	"400-too-long": json(400, { error: { message: tooLong, type: "BadRequestError", code: 400 } }, OVER),
	"400-llama-cpp": json(
		400,
		{
			error: {
				code: 400,
				message: "the request exceeds the available context size",
				type: "exceed_context_size_error",
			},
		},
		OVER,
	),
	"401": json(401, { error: { message: "Incorrect API key", type: "invalid_request_error" } }, OVER),
	"403-page": json(403, "<html>Forbidden</html>", OVER, { "content-type": "text/html" }),
	"404-no-such-model": json(
		404,
		{ object: "error", message: "The model `odd` does not exist.", type: "NotFoundError", code: 404 },
		OVER,
	),
	"413": json(413, "", OVER),
	"422": json(422, { detail: [{ loc: ["body", "seed"], msg: "extra fields not permitted" }] }, OVER),
	"429-without-quota": json(429, { error: { message: "You exceeded your quota", code: "insufficient_quota" } }, OVER),
	"429": json(429, { error: { message: "slow down" } }, RETRY),
	"429-for-an-hour": json(429, { error: { message: "slow down" } }, RETRY, { "retry-after": "3600" }),
	"500": json(500, { error: { message: "odd model failed" } }, RETRY),
	"500-too-long": json(500, { error: { message: "the request exceeds the available context size" } }, OVER),
	"503-page": json(503, "<html>Bad gateway</html>", RETRY, { "content-type": "text/html" }),
	"500-stays-open": { status: 500, pieces: ["{"], connection: "stays open", outcome: RETRY },

	// Replies without end.
	"endless-text": endless(
		HELLO,
		said(" And so on, and so on, and so on."),
		reply(`${TEXT} And so on, and so on, and so on.`, CAPPED_WITHIN_MS),
	),
	"endless-text-after-the-end": endless(HELLO + said("<|im_end|>"), said("And you? "), reply()),
	"endless-line": endless("", "x".repeat(65_536), RETRY),
	"endless-data-line": endless("", `data: {"choices":[${" ".repeat(65_536)}`, RETRY),
	"endless-white-space": endless("", said(" ".repeat(50)), RETRY),
	"one-chunk-of-600-kB": stream(
		event(chunk({ content: `${TEXT} ${"x".repeat(600_000)}` })) + END,
		reply(`${TEXT} xxx`, CAPPED_WITHIN_MS),
	),
	"one-chunk-of-1-MB": stream(
		event(chunk({ content: `${TEXT} ${"x".repeat(1_000_000)}` })) + END,
		reply(`${TEXT} xxx`, CAPPED_WITHIN_MS),
	),
	"1-MB-in-chunks": stream(
		HELLO + said(" And so on.").repeat(100_000) + END,
		reply(`${TEXT} And so on.`, CAPPED_WITHIN_MS),
	),
	"endless-comments": endless("", `: ${"keep-alive ".repeat(1000)}\n\n`, RETRY),
	"endless-thinking-fast": endless(said("<think>"), said("Secret thoughts. ".repeat(20)), RETRY, true),

	// Silence.
	"never-answers": silent(null),
	"headers-and-nothing": silent([]),
	"keep-alives-and-nothing": { ...silent([": keep-alive\n\n", 1000]), isEndless: true },
	"thinks-for-ever": { ...silent([event(chunk({ reasoning_content: "Secret. " })), 500]), isEndless: true },
	"stops-after-a-few-words": silent([said(...WORDS.slice(0, 3))]),
	"a-character-in-ten-seconds": { ...silent([said("a"), 10_000]), isEndless: true },
};
